import {
  StepFailedError,
  type StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { hasCode, type AwsRole, type RoleClient } from '../client';
import { completeTags } from './DesiredRole';
import { INLINE_POLICY } from './LiveRole';
import { planUpdate } from './planUpsert';
import type { Propagation } from './Propagation';
import { notOurs } from './roleProblems';
import { isOwn } from './roleTags';
import type { RolePart, RoleUpsert } from './RoleWrite';
import {
  onceMoreIfMalformed,
  untilKnown,
  untilRead,
  type Sleep,
} from './settleRole';

/** What roles are written with. */
export interface RoleWriter {
  readonly client: RoleClient;
  readonly context: Pick<StepContext, 'signal' | 'workspace' | 'write'>;
  readonly sleep: Sleep;
  readonly propagation: Propagation;
}

/**
 * Makes a role, or brings it to what it should be; returns its id when it was made. May be cut after any write: a role
 * that is made is recorded last, and the fingerprint of one that changes is written last, so that the next pass looks
 * at everything again.
 */
export async function applyRole(
  writer: RoleWriter,
  upsert: RoleUpsert,
): Promise<string | undefined> {
  if (upsert.type === 'update') {
    await writeParts(writer, upsert, upsert.parts);
    return undefined;
  }
  const { role, isNew } = await createRole(writer, upsert);
  // Of a role that we find, of an attempt whose answer got lost, our policy is unknown.
  const { parts } = isNew
    ? { parts: new Set<RolePart>(['permissions']) }
    : planUpdate({
        desired: upsert.desired,
        live: role,
        permissions: undefined,
        complete: false,
      });
  await writeParts(writer, upsert, parts);
  return role.id;
}

async function createRole(
  { client, context, sleep }: RoleWriter,
  { desired, trust }: RoleUpsert,
): Promise<{ readonly role: AwsRole; readonly isNew: boolean }> {
  const { signal, workspace } = context;
  const { name, path, description, boundaryArn } = desired;
  const tags = completeTags(desired);
  const creation = { name, path, description, boundaryArn, tags, trust };
  try {
    const role = await onceMoreIfMalformed(
      () =>
        laned(client, context, () => client.createRole(creation, { signal })),
      { sleep, signal },
    );
    return { role, isNew: true };
  } catch (error) {
    if (!hasCode(error, 'EntityAlreadyExists')) {
      throw error;
    }
    const role = await untilRead(() => client.getRole(name, { signal }), {
      sleep,
      signal,
      what: `role ${name}`,
    });
    if (!isOwn(role, workspace) || role.arn !== desired.arn) {
      throw new StepFailedError(notOurs(role), { cause: error });
    }
    return { role, isNew: false };
  }
}

async function writeParts(
  { client, context, sleep, propagation }: RoleWriter,
  { desired, trust, permissions }: RoleUpsert,
  parts: ReadonlySet<RolePart>,
): Promise<void> {
  const { signal } = context;
  const { name } = desired;
  const put = (operation: () => Promise<void>) =>
    untilKnown(() => laned(client, context, operation), {
      sleep,
      signal,
      propagation,
    });
  if (parts.has('boundary')) {
    await put(() => client.putBoundary(name, desired.boundaryArn, { signal }));
  }
  // Before the trust, whose difference every look at the role shows.
  if (parts.has('permissions')) {
    await put(() =>
      client.putInlinePolicy(name, INLINE_POLICY, permissions, { signal }),
    );
  }
  if (parts.has('trust')) {
    await onceMoreIfMalformed(
      () => put(() => client.updateTrust(name, trust, { signal })),
      { sleep, signal },
    );
  }
  if (parts.has('tags')) {
    await put(() => client.tagRole(name, completeTags(desired), { signal }));
  }
}

/** One write, which waits for other writes to the same account only. */
export function laned<T>(
  { account }: RoleClient,
  { write }: Pick<StepContext, 'write'>,
  operation: () => Promise<T>,
): Promise<T> {
  return write(operation, { lane: `aws ${account}` });
}
