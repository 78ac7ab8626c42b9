import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Section } from '../components';
import { RetryButton } from '../detail/RetryButton';
import { useMessages } from '../hooks/useMessages';
import { RepairButton } from '../plan';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** Compares a workspace with what it should be: to look at, or at once. */
export function MaintenanceSection(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const { workspace, onChanged } = props;
  const classes = useStyles();
  const t = useMessages();
  return (
    <Section title={t('settings.maintenance')}>
      <Typography variant="body2">{t('settings.retryExplain')}</Typography>
      <div className={classes.actions}>
        <RepairButton
          workspace={workspace}
          label={t('settings.repairPlan')}
          onApplied={onChanged}
        />
        <RetryButton workspace={workspace} onRetried={onChanged} />
      </div>
    </Section>
  );
}
