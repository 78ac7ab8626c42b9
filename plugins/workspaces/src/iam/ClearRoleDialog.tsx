import Typography from '@material-ui/core/Typography';
import type {
  IamSettings,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useMessages } from '../hooks/useMessages';
import { RoleDialog } from './RoleDialog';
import { useSetIam } from './useSetIam';

/** Takes the role away, after saying what sessions lose and what stays. */
export function ClearRoleDialog(props: {
  readonly workspace: Workspace;
  readonly settings: IamSettings;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { workspace, settings, onClose } = props;
  const t = useMessages();
  const { save, saving, error, meanwhile } = useSetIam(props);
  return (
    <RoleDialog
      dangerous
      title={t('iam.dialog.clearTitle', { name: workspace.displayName })}
      saving={saving}
      error={error}
      meanwhile={meanwhile}
      saveLabel={t('iam.dialog.clearNow')}
      onSave={() => void save({ mode: 'none' })}
      onClose={onClose}
    >
      <Typography>
        {t(
          settings.mode === 'managed'
            ? 'iam.dialog.clearManagedExplain'
            : 'iam.dialog.clearExplain',
          { role: settings.roleArn ?? t('iam.mode.managed') },
        )}
      </Typography>
    </RoleDialog>
  );
}
