import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Plan,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { workspacesApiRef } from '../api';
import { GuardedButton } from '../components';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';
import { PlanDialog } from './PlanDialog';

/** The namespaces that a plan adopts, with the UIDs it was made for. */
export function adoptedNamespaces(
  plan: Plan,
): ReadonlyArray<{ readonly name: string; readonly uid: string }> {
  return plan.changes.flatMap(({ action, object: { name, uid } }) =>
    action === 'adopt' && uid ? [{ name, uid }] : [],
  );
}

/** Shows what adopting the conflicting namespaces would change, and lets those who may adopt them. */
export function AdoptButton(props: {
  readonly workspace: Workspace;
  readonly label: string;
  readonly onApplied: () => void;
}) {
  const { workspace, label, onApplied } = props;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const denied = useAccess(workspace);
  const [open, setOpen] = useState(false);
  return (
    <>
      <GuardedButton
        size="small"
        variant="outlined"
        denied={denied('adopt')}
        onClick={() => setOpen(true)}
      >
        {label}
      </GuardedButton>
      {open && (
        <PlanDialog
          title={t('plan.title.adopt', { name: workspace.displayName })}
          load={() => api.planWorkspace(workspace.id, { kind: 'adopt' })}
          apply={async plan => {
            await api.adoptNamespaces(workspace.id, {
              revision: plan.revision ?? workspace.revision,
              namespaces: [...adoptedNamespaces(plan)],
            });
            onApplied();
          }}
          applyLabel={plan => {
            const count = adoptedNamespaces(plan).length;
            return count ? t('plan.adopt', { count }) : undefined;
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
