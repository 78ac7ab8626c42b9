import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  CheckIamRequest,
  IamCheck,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import { FailureNotice, Section } from '../components';
import { useMessages } from '../hooks/useMessages';
import { IamCheckItem } from './IamCheckItem';
import { SessionChoice } from './SessionChoice';
import type { SessionPerson } from './sessionPeople';

/** What failed first, what could not be told next. */
const ORDER: ReadonlyArray<IamCheck['status']> = ['failed', 'unknown', 'ok'];

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  session: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(1.5, 0),
  },
}));

/** Goes through everything that keeps a session from getting the role, and says what to do. */
export function ChecksSection(props: {
  readonly workspace: Workspace;
  readonly people: readonly SessionPerson[];
}) {
  const { workspace, people } = props;
  const { id } = workspace;
  const classes = useStyles();
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const [session, setSession] = useState<CheckIamRequest>({});
  const [checked, run] = useAsyncFn(
    async (asked: CheckIamRequest) => {
      const { items } = await api.checkIam(id, asked);
      return { asked, items };
    },
    [api, id],
  );
  const { loading, error } = checked;
  // What was found for another session says nothing about this one.
  const value = checked.value?.asked === session ? checked.value : undefined;
  const items = value?.items ?? [];
  const count = (status: IamCheck['status']) =>
    items.filter(check => check.status === status).length;
  const label = value ? 'iam.checks.again' : 'iam.checks.run';
  const summary = () => {
    if (!value) {
      return t('iam.checks.explain');
    }
    return count('ok') === items.length
      ? t('iam.checks.allFine', { total: String(items.length) })
      : t('iam.checks.summary', {
          failed: String(count('failed')),
          unknown: String(count('unknown')),
          ok: String(count('ok')),
        });
  };
  return (
    <Section
      title={t('iam.checks.title')}
      actions={
        <Button
          size="small"
          variant="outlined"
          disabled={loading}
          onClick={() => void run(session)}
        >
          {t(loading ? 'iam.checks.running' : label)}
        </Button>
      }
    >
      <Typography variant="body2" role="status">
        {summary()}
      </Typography>
      <div className={classes.session}>
        <SessionChoice
          workspace={workspace}
          people={people}
          value={session}
          onChange={setSession}
        />
      </div>
      {!loading && error && (
        <FailureNotice title={t('iam.checks.errorTitle')} error={error} />
      )}
      <ul className={classes.list}>
        {ORDER.flatMap(status =>
          items
            .filter(check => check.status === status)
            .map(check => <IamCheckItem key={check.id} check={check} />),
        )}
      </ul>
    </Section>
  );
}
