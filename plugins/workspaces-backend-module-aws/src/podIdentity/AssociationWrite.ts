import type { FieldDifference } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { AssociationUpdate, PodIdentityAssociation } from '../client';
import type { DesiredAssociation } from './DesiredAssociation';

/** An association that is to be made. */
export interface AssociationCreation {
  readonly type: 'create';
  readonly desired: DesiredAssociation;
}

/** An association of ours that is to be brought to what it should be. */
export interface AssociationRepair {
  readonly type: 'update';
  readonly desired: DesiredAssociation;
  readonly live: PodIdentityAssociation;
  /** Absent when only tags or our record differ. */
  readonly update?: AssociationUpdate;
  readonly tags: boolean;
  readonly fields: readonly FieldDifference[];
}

/** An association of ours that is to be deleted. */
export interface AssociationDeletion {
  readonly type: 'delete';
  readonly clusterName: string;
  /** Absent when it is gone, and only our record is left. */
  readonly id?: string;
}

/** What a change of a plan does. */
export type AssociationWrite =
  | AssociationCreation
  | AssociationRepair
  | AssociationDeletion;
