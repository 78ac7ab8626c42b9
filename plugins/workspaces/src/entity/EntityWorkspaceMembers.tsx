import { Notice } from '../components';
import { useMessages } from '../hooks/useMessages';
import { MembersContent } from '../members';
import { EntityWorkspace } from './EntityWorkspace';

/** The members of the workspace that an entity stands for; leads manage them here. */
export function EntityWorkspaceMembers() {
  const t = useMessages();
  return (
    <EntityWorkspace>
      {(workspace, refresh) =>
        workspace.access.permissions.includes('read-members') ? (
          <MembersContent workspace={workspace} onChanged={refresh} />
        ) : (
          <Notice tone="muted" title={t('members.deniedTitle')}>
            {t('members.deniedHint')}
          </Notice>
        )
      }
    </EntityWorkspace>
  );
}
