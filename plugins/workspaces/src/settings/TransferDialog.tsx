import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { workspacesApiRef } from '../api';
import { useMessages } from '../hooks/useMessages';
import {
  ImpactDialog,
  ImpactPeople,
  ImpactPlan,
  SubjectField,
  type Subject,
  type SubjectKind,
} from '../members';
import { useTransferImpact } from './useTransferImpact';

const KINDS: readonly SubjectKind[] = ['group'];

/** Finds the new owner, shows who gains and loses access and what that writes, and gives the workspace only then. */
export function TransferDialog(props: {
  readonly workspace: Workspace;
  readonly onTransferred: () => void;
  readonly onClose: () => void;
}) {
  const { workspace, onTransferred, onClose } = props;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const [group, setGroup] = useState<Subject | null>(null);
  const owner = group?.ref;
  return (
    <ImpactDialog
      dangerous
      texts={{
        title: t('settings.transferDialog', { name: workspace.displayName }),
        apply: group
          ? t('settings.transferNow', { group: group.title })
          : t('settings.transfer'),
        applying: t('settings.transferring'),
        choose: t('settings.transferChoose'),
        loading: t('settings.transferLoading'),
        impactError: t('settings.transferImpactError'),
        failed: t('settings.transferFailed'),
        conflict: t('settings.transferConflict'),
      }}
      chosen={owner !== undefined}
      impact={useTransferImpact(workspace, owner)}
      show={({ people, plan }) => (
        <>
          <ImpactPeople people={people} />
          <ImpactPlan plan={plan} />
          <Typography variant="body2">
            {t('settings.transferLeaves')}
          </Typography>
        </>
      )}
      apply={async revision =>
        owner && api.transferWorkspace(workspace.id, { revision, owner })
      }
      onApplied={onTransferred}
      onClose={onClose}
    >
      <SubjectField
        id="workspace-new-owner"
        label={t('settings.transferGroup')}
        kinds={KINDS}
        value={group}
        onChange={setGroup}
        denied={ref =>
          ref === workspace.owner
            ? t('settings.transferOwnerAlready')
            : undefined
        }
      />
    </ImpactDialog>
  );
}
