import { makeStyles } from '@material-ui/core/styles';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { Notice } from '../components';
import { useMessages } from '../hooks/useMessages';
import { DangerSection } from './DangerSection';
import { GeneralSection } from './GeneralSection';
import { MaintenanceSection } from './MaintenanceSection';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** Everything that can be changed about a workspace, and who may. */
export function SettingsTab(props: {
  readonly workspace: Workspace;
  readonly onChanged: () => void;
}) {
  const { workspace } = props;
  const classes = useStyles();
  const t = useMessages();
  if (workspace.isDefault) {
    return <Notice tone="muted" title={t('settings.readOnlyDefault')} />;
  }
  return (
    <div className={classes.root}>
      {workspace.phase !== 'deleting' && (
        <>
          <GeneralSection {...props} />
          <MaintenanceSection {...props} />
        </>
      )}
      <DangerSection {...props} />
    </div>
  );
}
