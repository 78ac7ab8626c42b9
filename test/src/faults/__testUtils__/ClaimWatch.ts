import type { WorkspaceStore } from '@team-workspaces/backstage-plugin-workspaces-backend/src/types';

/** Notices when a workspace is claimed while somebody else still works on it. */
export class ClaimWatch {
  readonly #held = new Set<string>();
  /** Uids of workspaces that two had at once. */
  readonly collisions: string[] = [];
  claims = 0;

  /** The same store, watched. */
  cover(store: WorkspaceStore): WorkspaceStore {
    return {
      ...store,
      claimDue: async (limit, leaseMs) => {
        const claims = await store.claimDue(limit, leaseMs);
        claims.forEach(({ workspace }) => this.#take(workspace.uid));
        return claims;
      },
      finishPass: (lease, result) => {
        this.#held.delete(lease.workspaceUid);
        return store.finishPass(lease, result);
      },
      releaseLease: lease => {
        this.#held.delete(lease.workspaceUid);
        return store.releaseLease(lease);
      },
      removeWorkspace: lease => {
        this.#held.delete(lease.workspaceUid);
        return store.removeWorkspace(lease);
      },
    };
  }

  #take(uid: string): void {
    this.claims += 1;
    if (this.#held.has(uid)) {
      this.collisions.push(uid);
    }
    this.#held.add(uid);
  }
}
