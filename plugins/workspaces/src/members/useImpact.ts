import { useApi } from '@backstage/frontend-plugin-api';
import type {
  MemberImpact,
  PreviewMemberRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { workspacesApiRef } from '../api';

/** What a change would do, with the revision of the members that it was worked out for. */
export interface ReadImpact {
  readonly revision: number;
  readonly impact: MemberImpact;
}

/** Works out what a change would do; nothing while there is no change to make. */
export function useImpact(id: string, change?: PreviewMemberRequest) {
  const api = useApi(workspacesApiRef);
  return useAsyncRetry(async (): Promise<ReadImpact | undefined> => {
    if (!change) {
      return undefined;
    }
    // The revision first: what changes after it is told by a conflict.
    const { revision } = await api.listMembers(id);
    return { revision, impact: await api.previewMember(id, change) };
  }, [api, id, change?.subject, change?.role]);
}
