import { randomUUID } from 'node:crypto';
import type {
  ObjectIdentity,
  ObjectRecord,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AssociationPlace } from '../client';

/** Id of the step that makes associations. */
export const POD_IDENTITY_STEP = 'pod-identity';

const KIND = {
  apiVersion: 'eks.amazonaws.com/v1',
  kind: 'PodIdentityAssociation',
} as const;

/** Stands before the token of a creation in the place where the id will be. */
const ANNOUNCED = 'announced:';

/** How an association is called in plans and records, beside the objects of the cluster. */
export function associationIdentity({
  clusterName,
  namespace,
  serviceAccount,
}: AssociationPlace): ObjectIdentity & { readonly namespace: string } {
  return { ...KIND, namespace, name: `${clusterName}/${serviceAccount}` };
}

/** Where the association of a record is. */
export function placeOf({
  namespace = '',
  name,
}: ObjectRecord): AssociationPlace {
  const slash = name.indexOf('/');
  return {
    clusterName: name.slice(0, slash),
    serviceAccount: name.slice(slash + 1),
    namespace,
  };
}

/** The record of an association. */
export function recordOf(place: AssociationPlace, id: string): ObjectRecord {
  return {
    ...associationIdentity(place),
    uid: id,
    step: POD_IDENTITY_STEP,
    adopted: false,
  };
}

/**
 * The record of an association that is about to be made. It outlives a pass that is cut, so that an association whose
 * creation was never answered is found again, also when nobody wants it any more.
 */
export function announcementOf(place: AssociationPlace): ObjectRecord {
  return recordOf(place, `${ANNOUNCED}${randomUUID()}`);
}

/** The token of a creation that was announced; undefined once the id is known. */
export function creationTokenOf(
  record: ObjectRecord | undefined,
): string | undefined {
  return record?.uid.startsWith(ANNOUNCED)
    ? record.uid.slice(ANNOUNCED.length)
    : undefined;
}
