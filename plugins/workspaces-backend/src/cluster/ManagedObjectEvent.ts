import type { ObjectIdentity } from '@team-workspaces/backstage-plugin-workspaces-node';

/** Something happened to an object with our labels that we did not do ourselves, as far as one can tell. */
export interface ManagedObjectEvent {
  /** Name of the cluster in the configuration. */
  readonly cluster: string;
  /** Of the label; nobody guarantees that there is such a workspace. */
  readonly workspaceId: string;
  readonly identity: ObjectIdentity;
  /** `DELETED` also when our labels were taken away, and for deletions of our own. */
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
}
