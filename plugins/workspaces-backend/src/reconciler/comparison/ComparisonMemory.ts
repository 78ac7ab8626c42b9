import type { ObjectKind } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { ClusterSnapshot } from './ClusterSnapshot';

/**
 * What the workspaces of one cluster looked like when they were last compared without a difference. An object of
 * the same UID and resource version is the same object, so a workspace of which nothing changed needs no plan.
 */
export class ComparisonMemory {
  #kinds: readonly ObjectKind[] = [];
  #fingerprints: ReadonlyMap<string, string> = new Map();
  #next = new Map<string, string>();

  /** Begins a comparison: what is not confirmed until the next one is forgotten. */
  async begin(snapshot: ClusterSnapshot): Promise<void> {
    this.#next = new Map();
    await snapshot.load(this.#kinds);
  }

  /** Whether the workspace was without a difference when it looked like this. */
  isUnchanged(uid: string, fingerprint: string): boolean {
    return this.#fingerprints.get(uid) === fingerprint;
  }

  /** Remembers a workspace without a difference. */
  confirm(uid: string, fingerprint: string): void {
    this.#next.set(uid, fingerprint);
  }

  /** Ends a comparison that went through every workspace. */
  end(snapshot: ClusterSnapshot): void {
    this.#kinds = snapshot.kinds();
    this.#fingerprints = this.#next;
  }
}
