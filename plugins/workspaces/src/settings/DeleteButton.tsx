import { useApi } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { workspacesApiRef } from '../api';
import { GuardedButton } from '../components';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';
import { PlanDialog } from '../plan';

/** Deletes a workspace, after it was shown what goes and what stays, and its id was typed. */
export function DeleteButton(props: {
  readonly workspace: Workspace;
  readonly onDeleted: () => void;
}) {
  const { workspace, onDeleted } = props;
  const { id, displayName: name } = workspace;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const denied = useAccess(workspace);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const why = () => {
    if (workspace.phase === 'deleting') {
      return t('settings.alreadyDeleting');
    }
    return (
      denied('delete') ??
      (workspace.protected ? t('settings.protectedRefuses') : undefined)
    );
  };
  const close = () => {
    setOpen(false);
    setTyped('');
  };
  return (
    <>
      <GuardedButton
        size="small"
        variant="outlined"
        dangerous
        denied={why()}
        onClick={() => setOpen(true)}
      >
        {t('settings.delete')}
      </GuardedButton>
      {open && (
        <PlanDialog
          title={t('plan.title.delete', { name })}
          dangerous
          load={() => api.planWorkspace(id, { kind: 'delete' })}
          apply={async plan => {
            await api.deleteWorkspace(id, {
              revision: plan.revision ?? workspace.revision,
              confirmation: typed,
            });
            onDeleted();
          }}
          applyLabel={() => t('settings.deleteNow', { id })}
          denied={() =>
            typed === id ? undefined : t('settings.typeId', { id })
          }
          onClose={close}
        >
          <Typography>{t('settings.deleteExplain')}</Typography>
          <TextField
            fullWidth
            margin="normal"
            variant="outlined"
            size="small"
            id="workspace-confirmation"
            label={t('settings.typeId', { id })}
            value={typed}
            autoComplete="off"
            inputProps={{ spellCheck: false }}
            onChange={event => setTyped(event.target.value)}
          />
        </PlanDialog>
      )}
    </>
  );
}
