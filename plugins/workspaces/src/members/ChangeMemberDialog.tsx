import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Member,
  MemberRole,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { useMessages } from '../hooks/useMessages';
import { MemberDialog } from './MemberDialog';

/** Gives a member another role, or takes it away, after showing what that does. */
export function ChangeMemberDialog(props: {
  readonly workspace: Workspace;
  readonly member: Member;
  /** The role to be; absent for a removal. */
  readonly role?: MemberRole;
  readonly onApplied: () => void;
  readonly onConflict: () => void;
  readonly onClose: () => void;
}) {
  const { workspace, member, role, onApplied, onConflict, onClose } = props;
  const { subject, title } = member;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const name = workspace.displayName;
  const words = role && { member: title, role: t(`common.role.${role}`) };
  return (
    <MemberDialog
      workspaceId={workspace.id}
      dangerous={!role}
      title={
        words
          ? t('members.dialog.changeTitle', { ...words, name })
          : t('members.dialog.removeTitle', { member: title, name })
      }
      change={{ subject, role }}
      apply={revision =>
        role
          ? api.changeMember(workspace.id, { revision, subject, role })
          : api.removeMember(workspace.id, { revision, subject })
      }
      applyLabel={
        words
          ? t('members.dialog.changeNow', words)
          : t('members.dialog.removeNow', { member: title })
      }
      onApplied={onApplied}
      onConflict={onConflict}
      onClose={onClose}
    />
  );
}
