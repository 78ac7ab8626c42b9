import type { ButtonProps } from '@material-ui/core/Button';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { workspacesApiRef } from '../api';
import { GuardedButton } from '../components';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';
import { PlanDialog } from './PlanDialog';

/** Shows what a check would write, and lets those who may start it. */
export function RepairButton(props: {
  readonly workspace: Workspace;
  readonly label: string;
  readonly variant?: ButtonProps['variant'];
  readonly onApplied: () => void;
}) {
  const { workspace, label, variant = 'outlined', onApplied } = props;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const denied = useAccess(workspace);
  const [open, setOpen] = useState(false);
  return (
    <>
      <GuardedButton
        variant={variant}
        size="small"
        denied={denied('plan')}
        onClick={() => setOpen(true)}
      >
        {label}
      </GuardedButton>
      {open && (
        <PlanDialog
          title={t('plan.title.repair', { name: workspace.displayName })}
          load={() => api.planWorkspace(workspace.id, { kind: 'repair' })}
          apply={async () => {
            await api.retryWorkspace(workspace.id);
            onApplied();
          }}
          applyLabel={({ changes }) =>
            changes.length
              ? t('plan.apply', { count: changes.length })
              : undefined
          }
          denied={() => denied('retry')}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
