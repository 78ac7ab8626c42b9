import {
  StepFailedError,
  type StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { hasCode, type RoleClient } from '../client';
import { laned } from './applyRole';
import { INLINE_POLICY } from './LiveRole';
import { notOurs } from './roleProblems';
import { isOwn } from './roleTags';

/**
 * Deletes a role of ours. What others hung on it is never taken away: then only our policy goes, so that the role
 * grants nothing of ours any more, and what is left is named.
 */
export async function removeRole(
  client: RoleClient,
  context: Pick<StepContext, 'signal' | 'workspace' | 'write'>,
  name: string,
): Promise<void> {
  const { signal, workspace } = context;
  const role = await client.getRole(name, { signal });
  if (!role) {
    return;
  }
  if (!isOwn(role, workspace)) {
    throw new StepFailedError(notOurs(role));
  }
  await laned(client, context, () =>
    client.deleteInlinePolicy(name, INLINE_POLICY, { signal }),
  );
  try {
    await laned(client, context, () => client.deleteRole(name, { signal }));
  } catch (error) {
    if (!hasCode(error, 'DeleteConflict')) {
      throw error;
    }
    const [inline, attached] = await Promise.all([
      client.listInlinePolicies(name, { signal }),
      client.listAttachedPolicies(name, { signal }),
    ]);
    const left = [
      ...inline.map(policy => `inline policy ${policy}`),
      ...attached.map(({ arn }) => arn),
    ];
    throw new StepFailedError(
      {
        reason: 'AwsConflict',
        message: `Role ${name} cannot be deleted while others have something on it: ${
          left.join(', ') || 'an instance profile'
        }.`,
        hint: 'Detach it in AWS; the next attempt is made by itself. Our own policy is gone already.',
      },
      { cause: error },
    );
  }
}
