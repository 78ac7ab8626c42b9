import { useApi } from '@backstage/frontend-plugin-api';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { workspacesApiRef } from '../api';
import { toFailure } from '../errors/toFailure';
import type { PersonImpact } from '../members';
import { transferImpact } from './transferImpact';

/** What a transfer would do, with the revision that it was worked out for. */
interface ReadTransfer {
  readonly revision: number;
  readonly people: PersonImpact[];
}

/** Works out what giving a workspace to a Group does to people, and gives it. */
export function useTransfer(options: {
  readonly workspace: Workspace;
  /** Entity ref of the new owner; undefined while none is chosen. */
  readonly owner?: string;
  readonly onTransferred: () => void;
}) {
  const { workspace, owner, onTransferred } = options;
  const { id } = workspace;
  const api = useApi(workspacesApiRef);
  const [conflict, setConflict] = useState(false);
  const impact = useAsyncRetry(async (): Promise<ReadTransfer | undefined> => {
    if (!owner) {
      return undefined;
    }
    // The revision first: what changes after it is told by a conflict.
    const { revision } = await api.getWorkspace(id);
    const [members, gains] = await Promise.all([
      api.listMembers(id),
      api.previewMember(id, { subject: owner, role: 'user' }),
    ]);
    return {
      revision,
      people: transferImpact({ workspace, members, gains, owner }),
    };
  }, [api, id, owner]);
  const { retry } = impact;
  const [transferring, transfer] = useAsyncFn(
    async (revision: number) => {
      setConflict(false);
      try {
        await api.transferWorkspace(id, { revision, owner: owner ?? '' });
      } catch (error) {
        if (toFailure(error).code !== 'RevisionConflict') {
          throw error;
        }
        setConflict(true);
        retry();
        return;
      }
      onTransferred();
    },
    [api, id, owner, retry, onTransferred],
  );
  return { impact, conflict, transferring, transfer };
}
