import type {
  AttachedPolicy,
  AwsRequestControl,
  AwsRole,
  RoleClient,
} from '../client';
import { hasCode } from '../client';
import type { PolicyDocument } from '../policies';

/** Name of our inline policy of each managed role. */
export const INLINE_POLICY = 'team-workspace';

/** A policy of a role, with its document where it may be read. */
export interface LivePolicy {
  readonly name: string;
  /** Of managed policies. */
  readonly arn?: string;
  readonly document?: PolicyDocument;
}

/** Everything that gives a role permissions. */
export interface LivePolicies {
  /** Our inline policy. */
  readonly own?: PolicyDocument;
  /** Inline policies of others. */
  readonly extra: readonly LivePolicy[];
  readonly attached: readonly LivePolicy[];
}

/** Reads every policy of a role: three requests and one or two for each policy. Throws an AwsError. */
export async function readLivePolicies(
  client: RoleClient,
  role: Pick<AwsRole, 'name'>,
  control: AwsRequestControl,
): Promise<LivePolicies> {
  const [names, attached] = await Promise.all([
    client.listInlinePolicies(role.name, control),
    client.listAttachedPolicies(role.name, control),
  ]);
  const [inline, managed] = await Promise.all([
    Promise.all(
      names.map(async name => ({
        name,
        document: await client.getInlinePolicy(role.name, name, control),
      })),
    ),
    Promise.all(attached.map(policy => readManaged(client, policy, control))),
  ]);
  return {
    own: inline.find(({ name }) => name === INLINE_POLICY)?.document,
    extra: inline.filter(({ name }) => name !== INLINE_POLICY),
    attached: managed,
  };
}

async function readManaged(
  client: RoleClient,
  policy: AttachedPolicy,
  control: AwsRequestControl,
): Promise<LivePolicy> {
  try {
    return {
      ...policy,
      document: await client.getManagedPolicy(policy.arn, control),
    };
  } catch (error) {
    // Shown as not readable, which is all that can be said of it.
    if (hasCode(error, 'AccessDenied', 'NoSuchEntity')) {
      return policy;
    }
    throw error;
  }
}
