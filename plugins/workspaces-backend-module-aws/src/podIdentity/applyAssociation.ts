import {
  StepFailedError,
  type StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { hasCode, type AssociationClient } from '../client';
import { isOwn } from '../role/roleTags';
import { untilRead, type Sleep } from '../role/settleRole';
import { associationNotOurs } from './associationProblems';
import {
  announcementOf,
  associationIdentity,
  creationTokenOf,
  recordOf,
} from './associationRecords';
import type {
  AssociationCreation,
  AssociationRepair,
  AssociationWrite,
} from './AssociationWrite';
import { compareAssociation } from './compareAssociation';
import { findAssociation } from './findAssociation';
import { untilRoleIsAccepted } from './settleAssociation';

/** What associations are written with. */
export interface AssociationWriter {
  readonly client: AssociationClient;
  readonly account: string;
  readonly context: Pick<
    StepContext,
    'signal' | 'workspace' | 'write' | 'records'
  >;
  readonly sleep: Sleep;
}

/** Announces associations that are to be made, before the first of them is. */
export async function announceCreations(
  { context: { records } }: AssociationWriter,
  writes: readonly AssociationWrite[],
): Promise<void> {
  const announcements = writes.flatMap(write =>
    write.type === 'create' &&
    !creationTokenOf(records.find(associationIdentity(write.desired)))
      ? [announcementOf(write.desired)]
      : [],
  );
  if (announcements.length > 0) {
    await records.put(announcements);
  }
}

/** Makes an association that was announced, or brings it to what it should be, and records it. */
export async function applyAssociation(
  writer: AssociationWriter,
  write: AssociationCreation | AssociationRepair,
): Promise<void> {
  const { desired } = write;
  const { records } = writer.context;
  const id =
    write.type === 'create'
      ? await createAssociation(writer, write)
      : await repairAssociation(writer, write);
  if (records.find(associationIdentity(desired))?.uid !== id) {
    await records.put([recordOf(desired, id)]);
  }
}

/** Deletes an association that was found to be ours. */
export async function deleteAssociation(
  writer: Omit<AssociationWriter, 'sleep'>,
  { clusterName, id }: { readonly clusterName: string; readonly id: string },
): Promise<void> {
  const { client, context } = writer;
  const { signal } = context;
  await laned(writer, () => client.delete(clusterName, id, { signal }));
}

async function createAssociation(
  writer: AssociationWriter,
  { desired }: AssociationCreation,
): Promise<string> {
  const { client, context, sleep } = writer;
  const { records, signal, workspace } = context;
  const clientRequestToken = creationTokenOf(
    records.find(associationIdentity(desired)),
  );
  if (!clientRequestToken) {
    throw new Error('An association is announced before it is made');
  }
  try {
    const made = await untilRoleIsAccepted(
      desired.roleArn,
      () =>
        laned(writer, () =>
          client.create({ ...desired, clientRequestToken }, { signal }),
        ),
      { sleep, signal },
    );
    return made.id;
  } catch (error) {
    if (!hasCode(error, 'ResourceInUse')) {
      throw error;
    }
    const live = await untilRead(
      () => findAssociation(client, desired, undefined, { signal }),
      {
        sleep,
        signal,
        what: `the association of ${desired.namespace}/${desired.serviceAccount}`,
      },
    );
    // An attempt whose answer got lost made it, or somebody else did.
    if (!isOwn(live, workspace)) {
      throw new StepFailedError(associationNotOurs(live), { cause: error });
    }
    return repairAssociation(writer, compareAssociation(desired, live));
  }
}

async function repairAssociation(
  writer: AssociationWriter,
  { live, desired, update, tags }: AssociationRepair,
): Promise<string> {
  const { client, context, sleep } = writer;
  const { signal } = context;
  try {
    if (update) {
      await untilRoleIsAccepted(
        desired.roleArn,
        () => laned(writer, () => client.update(live, update, { signal })),
        { sleep, signal },
      );
    }
    if (tags) {
      await laned(writer, () => client.tag(live.arn, desired.tags, { signal }));
    }
  } catch (error) {
    if (!hasCode(error, 'ResourceNotFound')) {
      throw error;
    }
    throw new StepFailedError(
      {
        reason: 'AwsConflict',
        message: `Association ${live.id} of ServiceAccount ${live.namespace}/${live.serviceAccount} went away while it was changed.`,
        hint: 'Nothing: the next attempt makes it again.',
      },
      { cause: error },
    );
  }
  return live.id;
}

/** One write, which waits for other writes to the same EKS only. */
function laned<T>(
  { account, context }: Pick<AssociationWriter, 'account' | 'context'>,
  operation: () => Promise<T>,
): Promise<T> {
  return context.write(operation, { lane: `eks ${account}` });
}
