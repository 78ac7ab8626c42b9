import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type {
  IamMode,
  IamReport,
  IamSettings,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';
import { checkRoleArn } from './checkRoleArn';
import { ModeChoice } from './ModeChoice';
import { RoleDialog } from './RoleDialog';
import { useSetIam } from './useSetIam';

/** The mode that is proposed where there is no role yet. */
function firstMode(report: IamReport): IamMode {
  const { settings, availableModes } = report;
  return settings.mode === 'none'
    ? availableModes.find(mode => mode !== 'none') ?? 'none'
    : settings.mode;
}

/** Chooses who keeps the role, and which one it is. */
export function ChangeRoleDialog(props: {
  readonly workspace: Workspace;
  readonly report: IamReport;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { workspace, report, onClose } = props;
  const { settings, availableModes } = report;
  const t = useMessages();
  const [mode, setMode] = useState(() => firstMode(report));
  const [typed, setTyped] = useState(
    settings.mode === 'external' ? settings.roleArn ?? '' : '',
  );
  const [sent, setSent] = useState<string>();
  const { save, saving, error, meanwhile } = useSetIam(props);
  const arn = typed.trim();
  const problem = mode === 'external' ? checkRoleArn(arn, t) : undefined;
  const refused = toFailure(error).fields.find(
    ({ field }) => field === 'roleArn',
  )?.message;
  // What the backend says of a field counts until the field is changed.
  const fromServer = sent === arn ? refused : undefined;
  const shown = fromServer ?? (arn === '' ? undefined : problem);
  const wanted: IamSettings =
    mode === 'external' ? { mode, roleArn: arn } : { mode };
  const unchanged =
    mode === settings.mode && (mode !== 'external' || arn === settings.roleArn);
  return (
    <RoleDialog
      title={t('iam.dialog.changeTitle', { name: workspace.displayName })}
      saving={saving}
      error={refused ? undefined : error}
      meanwhile={meanwhile}
      denied={problem ?? (unchanged ? t('iam.dialog.unchanged') : undefined)}
      saveLabel={t('iam.dialog.save')}
      onSave={() => {
        setSent(arn);
        void save(wanted);
      }}
      onClose={onClose}
    >
      <ModeChoice
        value={mode}
        available={availableModes}
        cluster={workspace.cluster}
        onChange={setMode}
      />
      {mode === 'external' && (
        <TextField
          fullWidth
          variant="outlined"
          size="small"
          id="workspace-role-arn"
          label={t('iam.dialog.arn')}
          value={typed}
          error={Boolean(shown)}
          helperText={shown ?? t('iam.dialog.arnHint', { id: workspace.id })}
          inputProps={{ spellCheck: false }}
          autoComplete="off"
          onChange={event => setTyped(event.target.value)}
        />
      )}
      <Typography variant="body2">{t('iam.dialog.effect')}</Typography>
    </RoleDialog>
  );
}
