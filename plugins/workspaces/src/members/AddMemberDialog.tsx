import { useApi } from '@backstage/frontend-plugin-api';
import type {
  MemberList,
  MemberRole,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { workspacesApiRef } from '../api';
import { useMessages } from '../hooks/useMessages';
import { MemberDialog } from './MemberDialog';
import { RoleSelect } from './RoleSelect';
import { SubjectField } from './SubjectField';
import type { Subject, SubjectKind } from './useSubjectSearch';

const KINDS: readonly SubjectKind[] = ['user', 'group'];

/** The role that is proposed, where the reader may give it. */
const USUAL: MemberRole = 'user';

/** Finds somebody in the catalog and gives them a role, after showing what that does. */
export function AddMemberDialog(props: {
  readonly workspace: Workspace;
  readonly list: MemberList;
  readonly onAdded: (subject: Subject, role: MemberRole) => void;
  readonly onConflict: () => void;
  readonly onClose: () => void;
}) {
  const { workspace, list, onAdded, onConflict, onClose } = props;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const [subject, setSubject] = useState<Subject | null>(null);
  const [role, setRole] = useState<MemberRole>(
    list.grantableRoles.includes(USUAL) ? USUAL : list.grantableRoles[0],
  );
  return (
    <MemberDialog
      workspaceId={workspace.id}
      title={t('members.dialog.addTitle', { name: workspace.displayName })}
      change={subject ? { subject: subject.ref, role } : undefined}
      apply={revision =>
        api.addMember(workspace.id, {
          revision,
          subject: subject?.ref ?? '',
          role,
        })
      }
      applyLabel={
        subject
          ? t('members.dialog.addNow', { name: subject.title })
          : t('members.add')
      }
      onApplied={() => subject && onAdded(subject, role)}
      onConflict={onConflict}
      onClose={onClose}
    >
      <SubjectField
        id="workspace-new-member"
        label={t('members.dialog.subject')}
        kinds={KINDS}
        value={subject}
        onChange={setSubject}
        denied={ref =>
          list.items.some(member => member.subject === ref)
            ? t('members.dialog.already')
            : undefined
        }
      />
      <RoleSelect
        id="workspace-new-member-role"
        labelled
        label={t('members.dialog.role')}
        value={role}
        roles={list.grantableRoles}
        onChange={setRole}
        helperText={`${t(`common.role.${role}`)}: ${t(
          `members.roleExplain.${role}`,
        )}. ${t('members.dialog.roleHint')}`}
      />
    </MemberDialog>
  );
}
