import { useApi } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type {
  ExplainAccessRequest,
  PolicyView,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import { FailureNotice, GuardedButton, Section } from '../components';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import { ExplanationView } from './ExplanationView';

const ACTIONS: ReadonlyArray<ExplainAccessRequest['action']> = [
  'read',
  'write',
  'delete',
  'list',
];

const useStyles = makeStyles(theme => ({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    margin: theme.spacing(1.5, 0),
  },
  resource: { flex: '1 1 320px' },
  action: { width: 120 },
}));

/** Says whether a session can reach an object, and which statement decides. */
export function ExplainSection(props: {
  readonly workspace: Workspace;
  readonly policies: readonly PolicyView[];
}) {
  const { workspace, policies } = props;
  const classes = useStyles();
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const [resource, setResource] = useState('');
  const [action, setAction] = useState(ACTIONS[0]);
  const [{ value, loading, error }, ask] = useAsyncFn(
    (request: ExplainAccessRequest) => api.explainAccess(workspace.id, request),
    [api, workspace.id],
  );
  const address = resource.trim();
  const denied = /^s3:\/\/[^/]+/.test(address)
    ? undefined
    : t('iam.explain.resourceEmpty');
  const problem = toFailure(error).fields.find(
    ({ field }) => field === 'resource',
  )?.message;
  return (
    <Section title={t('iam.explain.title')}>
      <Typography variant="body2">{t('iam.explain.explain')}</Typography>
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault();
          if (!denied && !loading) {
            void ask({ resource: address, action });
          }
        }}
      >
        <TextField
          select
          className={classes.action}
          variant="outlined"
          size="small"
          id="workspace-explain-action"
          label={t('iam.explain.action')}
          value={action}
          onChange={event => {
            const chosen = ACTIONS.find(name => name === event.target.value);
            setAction(chosen ?? action);
          }}
        >
          {ACTIONS.map(name => (
            <MenuItem key={name} value={name}>
              {t(`iam.explain.actions.${name}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          className={classes.resource}
          variant="outlined"
          size="small"
          id="workspace-explain-resource"
          label={t('iam.explain.resource')}
          placeholder="s3://"
          helperText={problem ?? t('iam.explain.resourceHint')}
          error={Boolean(problem)}
          value={resource}
          inputProps={{ spellCheck: false }}
          autoComplete="off"
          onChange={event => setResource(event.target.value)}
        />
        <GuardedButton
          type="submit"
          variant="outlined"
          denied={denied}
          disabled={loading}
        >
          {t(loading ? 'iam.explain.asking' : 'iam.explain.ask')}
        </GuardedButton>
      </form>
      {!loading && error && !problem && (
        <FailureNotice title={t('iam.explain.errorTitle')} error={error} />
      )}
      {!loading && value && (
        <ExplanationView explanation={value} policies={policies} />
      )}
    </Section>
  );
}
