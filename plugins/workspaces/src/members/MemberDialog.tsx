import type {
  MemberList,
  PreviewMemberRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ReactNode } from 'react';
import { useMessages } from '../hooks/useMessages';
import { ImpactDialog } from './ImpactDialog';
import { ImpactView } from './ImpactView';
import { useImpact } from './useImpact';

/** Changes a member after showing what that does. */
export function MemberDialog(props: {
  readonly workspaceId: string;
  readonly title: string;
  /** The change; undefined while the reader has not chosen one. */
  readonly change?: PreviewMemberRequest;
  readonly apply: (revision: number) => Promise<MemberList>;
  readonly applyLabel: string;
  readonly dangerous?: boolean;
  readonly onApplied: () => void;
  /** Called when somebody else changed the members meanwhile. */
  readonly onConflict: () => void;
  readonly onClose: () => void;
  /** What is chosen here. */
  readonly children?: ReactNode;
}) {
  const { workspaceId, title, change, applyLabel, ...dialog } = props;
  const t = useMessages();
  return (
    <ImpactDialog
      {...dialog}
      texts={{
        title,
        apply: applyLabel,
        applying: t('members.dialog.working'),
        choose: t('members.dialog.choose'),
        loading: t('members.impact.loading'),
        impactError: t('members.impact.errorTitle'),
        failed: t('members.dialog.failed'),
        conflict: t('members.dialog.conflict'),
      }}
      chosen={change !== undefined}
      impact={useImpact(workspaceId, change)}
      show={({ impact }) => <ImpactView impact={impact} />}
      refusedBy={({ impact }) => impact.plan.problems[0]?.message}
    />
  );
}
