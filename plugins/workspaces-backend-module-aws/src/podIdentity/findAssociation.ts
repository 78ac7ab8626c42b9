import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import type {
  AssociationClient,
  AssociationPlace,
  AwsRequestControl,
  PodIdentityAssociation,
} from '../client';
import { hasCode } from '../client';
import { creationTokenOf } from './associationRecords';

/**
 * The association of a ServiceAccount, whoever made it: one request where our record of it is right, since there is
 * one at most. Throws an AwsError, with code `ResourceNotFound` when there is no such cluster.
 */
export async function findAssociation(
  client: AssociationClient,
  place: AssociationPlace,
  record: ObjectRecord | undefined,
  control: AwsRequestControl = {},
): Promise<PodIdentityAssociation | undefined> {
  const { clusterName, namespace, serviceAccount } = place;
  if (record && !creationTokenOf(record)) {
    const recorded = await client.describe(clusterName, record.uid, control);
    if (recorded) {
      return recorded;
    }
  }
  const [id] = await client.list(
    { clusterName, namespace, serviceAccount },
    control,
  );
  return id === undefined
    ? undefined
    : client.describe(clusterName, id, control);
}

/** As {@link findAssociation}; none where the cluster is gone, with which its associations went. */
export async function findUnlessClusterIsGone(
  client: AssociationClient,
  place: AssociationPlace,
  record: ObjectRecord | undefined,
  signal: AbortSignal,
): Promise<PodIdentityAssociation | undefined> {
  try {
    return await findAssociation(client, place, record, { signal });
  } catch (error) {
    if (hasCode(error, 'ResourceNotFound')) {
      return undefined;
    }
    throw error;
  }
}
