import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Plan,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { workspacesApiRef } from '../api';
import type { PersonImpact } from '../members';
import { transferImpact } from './transferImpact';

/** What a transfer would do, with the revision that it was worked out for. */
interface ReadTransfer {
  readonly revision: number;
  readonly people: PersonImpact[];
  readonly plan: Plan;
}

/** Works out what giving a workspace to a Group does to people and cluster; nothing while no new owner is chosen. */
export function useTransferImpact(workspace: Workspace, owner?: string) {
  const { id } = workspace;
  const api = useApi(workspacesApiRef);
  return useAsyncRetry(async (): Promise<ReadTransfer | undefined> => {
    if (!owner) {
      return undefined;
    }
    // The revision first: what changes after it is told by a conflict.
    const { revision } = await api.getWorkspace(id);
    const [members, gains, plan] = await Promise.all([
      api.listMembers(id),
      api.previewMember(id, { subject: owner, role: 'user' }),
      api.planWorkspace(id, { kind: 'transfer', owner }),
    ]);
    return {
      revision,
      people: transferImpact({ workspace, members, gains, owner }),
      plan,
    };
  }, [api, id, owner]);
}
