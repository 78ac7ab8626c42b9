import { makeStyles } from '@material-ui/core/styles';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { FailureNotice, Notice, StaleNotice } from '../components';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import { TableSkeleton } from '../list/TableSkeleton';
import { AccountsSection } from './AccountsSection';
import { ChecksSection } from './ChecksSection';
import { DriftSection } from './DriftSection';
import { ExplainSection } from './ExplainSection';
import { PodIdentitySection } from './PodIdentitySection';
import { PoliciesSection } from './PoliciesSection';
import { ProofSection } from './ProofSection';
import { RoleSection } from './RoleSection';
import { sessionPeople } from './sessionPeople';
import { useAccounts } from './useAccounts';
import { useIam } from './useIam';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** What can this team reach in AWS, and is it only that? */
export function IamTab(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const { workspace, onChanged } = props;
  const classes = useStyles();
  const t = useMessages();
  const live = useIam(workspace.id);
  const accounts = useAccounts(workspace);
  const people = sessionPeople(accounts.value?.items ?? []);
  const { value: report, error, loading, refresh } = live;
  if (!report && error && [403, 404].includes(toFailure(error).status ?? 0)) {
    return (
      <Notice tone="muted" title={t('iam.deniedTitle')}>
        {t('iam.deniedHint')}
      </Notice>
    );
  }
  const hasRole = report !== undefined && report.settings.mode !== 'none';
  return (
    <div className={classes.root}>
      <StaleNotice live={live} />
      {loading && <TableSkeleton label={t('iam.loading')} />}
      {!report && Boolean(error) && (
        <FailureNotice
          title={t('iam.errorTitle')}
          error={error}
          onRetry={refresh}
        />
      )}
      {report && (
        <RoleSection
          workspace={workspace}
          report={report}
          onChanged={() => {
            refresh();
            onChanged();
          }}
        />
      )}
      {report && hasRole && (
        <>
          <ProofSection workspace={workspace} proof={report.proof} />
          <PoliciesSection
            policies={report.policies}
            hasRole={report.settings.mode !== 'none'}
          />
          <DriftSection
            drift={report.drift}
            read={report.policies.some(({ liveDocument }) => liveDocument)}
          />
          {report.podIdentity && (
            <PodIdentitySection report={report.podIdentity} />
          )}
          <ChecksSection workspace={workspace} people={people} />
          <ExplainSection
            workspace={workspace}
            people={people}
            policies={report.policies}
          />
        </>
      )}
      {workspace.access.permissions.includes('read-members') && (
        <AccountsSection live={accounts} />
      )}
    </div>
  );
}
