import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { GuardedButton } from '../components';
import { useAccess } from '../hooks/useAccess';
import { useMessages } from '../hooks/useMessages';
import { TransferDialog } from './TransferDialog';

/** Gives the workspace to another Group, after it was shown who gains and loses access. */
export function TransferButton(props: {
  readonly workspace: Workspace;
  readonly onTransferred: () => void;
}) {
  const { workspace, onTransferred } = props;
  const t = useMessages();
  const denied = useAccess(workspace);
  const [open, setOpen] = useState(false);
  return (
    <>
      <GuardedButton
        size="small"
        variant="outlined"
        denied={
          workspace.phase === 'deleting'
            ? t('settings.alreadyDeleting')
            : denied('transfer')
        }
        onClick={() => setOpen(true)}
      >
        {t('settings.transfer')}
      </GuardedButton>
      {open && (
        <TransferDialog
          workspace={workspace}
          onTransferred={onTransferred}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
