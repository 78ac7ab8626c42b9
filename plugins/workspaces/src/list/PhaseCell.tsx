import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { GuardedButton, PhaseLabel } from '../components';
import { failedCondition } from '../format/phases';
import { firstSentence } from '../format/text';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';
import { WorkspaceLink } from './WorkspaceLink';

const useStyles = makeStyles(theme => ({
  reason: { overflowWrap: 'anywhere', minWidth: 170, maxWidth: '48ch' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    whiteSpace: 'nowrap',
    marginTop: theme.spacing(0.5),
  },
}));

/** The phase of a row; of one that failed also why, the next step, and the button to retry. */
export function PhaseCell(props: {
  readonly workspace: Workspace;
  readonly onRetry: (workspace: Workspace) => void;
}) {
  const { workspace, onRetry } = props;
  const classes = useStyles();
  const t = useMessages();
  const denied = useAccess(workspace);
  const failed =
    workspace.phase === 'active' ? undefined : failedCondition(workspace);
  return (
    <>
      <PhaseLabel phase={workspace.phase} />
      {failed && (
        <div className={classes.reason}>
          <Typography variant="body2">
            {firstSentence(failed.message)}
          </Typography>
          {failed.hint && (
            <Typography variant="body2" color="textSecondary">
              {firstSentence(failed.hint)}
            </Typography>
          )}
          <div className={classes.actions}>
            <WorkspaceLink id={workspace.id}>
              {t('list.toWorkspace')} <span aria-hidden>→</span>
            </WorkspaceLink>
            <GuardedButton
              size="small"
              variant="outlined"
              denied={denied('retry')}
              aria-label={t('list.retryRow', { name: workspace.displayName })}
              onClick={() => onRetry(workspace)}
            >
              {t('common.retry')}
            </GuardedButton>
          </div>
        </div>
      )}
    </>
  );
}
