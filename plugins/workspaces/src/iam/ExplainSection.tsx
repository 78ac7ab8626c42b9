import { useApi } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type {
  CheckIamRequest,
  ExplainAccessRequest,
  PolicyView,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import isEqual from 'lodash/isEqual';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import { FailureNotice, GuardedButton, Section } from '../components';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import { ExplanationView } from './ExplanationView';
import { SessionChoice } from './SessionChoice';
import type { SessionPerson } from './sessionPeople';

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
  readonly people: readonly SessionPerson[];
  readonly policies: readonly PolicyView[];
}) {
  const { workspace, people, policies } = props;
  const classes = useStyles();
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const [resource, setResource] = useState('');
  const [action, setAction] = useState(ACTIONS[0]);
  const [session, setSession] = useState<CheckIamRequest>({});
  const [answer, ask] = useAsyncFn(
    async (asked: ExplainAccessRequest) => ({
      asked,
      explanation: await api.explainAccess(workspace.id, asked),
    }),
    [api, workspace.id],
  );
  const { value, loading, error } = answer;
  const address = resource.trim();
  const request = { ...session, resource: address, action };
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
            void ask(request);
          }
        }}
      >
        <SessionChoice
          workspace={workspace}
          people={people}
          value={session}
          onChange={setSession}
        />
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
      {!loading && value && isEqual(value.asked, request) && (
        <ExplanationView explanation={value.explanation} policies={policies} />
      )}
    </Section>
  );
}
