import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  IamReport,
  IamSync,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import {
  Announcement,
  FailureNotice,
  GuardedButton,
  Identifier,
  ProblemNotice,
  Section,
} from '../components';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';
import { ChangeRoleDialog } from './ChangeRoleDialog';
import { ClearRoleDialog } from './ClearRoleDialog';
import { SyncButton } from './SyncButton';
import { syncCounts, SyncReport } from './SyncReport';

/** Characters of an ARN that are shown whole. */
const MAX_ARN_LENGTH = 72;

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1.5) },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Which role the sessions get, and whether every ServiceAccount carries it. */
export function RoleSection(props: {
  readonly workspace: Workspace;
  readonly report: IamReport;
  readonly onChanged: () => void;
}) {
  const { workspace, report, onChanged } = props;
  const { settings, lastSync, problems } = report;
  const classes = useStyles();
  const t = useMessages();
  const denied = useAccess(workspace)('manage-iam');
  const [dialog, setDialog] = useState<'change' | 'clear'>();
  const [synced, setSynced] = useState<IamSync>();
  const [syncError, setSyncError] = useState<unknown>();
  const [message, setMessage] = useState('');
  // The answer of a sync is at hand before the report is read again.
  const latest =
    synced && (!lastSync || synced.at >= lastSync.at) ? synced : lastSync;
  const none = settings.mode === 'none';
  const saved = (said: string) => {
    setMessage(said);
    onChanged();
  };
  return (
    <Section
      title={t('iam.role.title')}
      actions={
        <SyncButton
          workspace={workspace}
          onSynced={sync => {
            setSynced(sync);
            setMessage(t('iam.sync.announce', { counts: syncCounts(sync, t) }));
            onChanged();
          }}
          onFailed={setSyncError}
        />
      }
    >
      <Announcement message={message} />
      <div className={classes.root}>
        <div className={classes.line}>
          {settings.roleArn && (
            <Identifier
              text={settings.roleArn}
              maxLength={MAX_ARN_LENGTH}
              copy
            />
          )}
          {!settings.roleArn && (
            <span>{t(none ? 'iam.role.none' : 'iam.role.managedPending')}</span>
          )}
          <GuardedButton
            size="small"
            variant="outlined"
            denied={denied}
            onClick={() => setDialog('change')}
          >
            {t(none ? 'iam.role.set' : 'iam.role.change')}
          </GuardedButton>
          {!none && (
            <GuardedButton
              size="small"
              denied={denied}
              onClick={() => setDialog('clear')}
            >
              {t('iam.role.clear')}
            </GuardedButton>
          )}
        </div>
        <Typography variant="body2" color="textSecondary">
          {t(`iam.modeExplain.${settings.mode}`)}
        </Typography>
        {problems.map(problem => (
          <ProblemNotice
            key={`${problem.reason} ${problem.message}`}
            problem={problem}
          />
        ))}
        {Boolean(syncError) && (
          <FailureNotice title={t('iam.sync.errorTitle')} error={syncError} />
        )}
        <SyncReport sync={latest} />
      </div>
      {dialog === 'change' && (
        <ChangeRoleDialog
          workspace={workspace}
          report={report}
          onSaved={() => saved(t('iam.dialog.saved'))}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'clear' && (
        <ClearRoleDialog
          workspace={workspace}
          settings={settings}
          onSaved={() => saved(t('iam.dialog.cleared'))}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Section>
  );
}
