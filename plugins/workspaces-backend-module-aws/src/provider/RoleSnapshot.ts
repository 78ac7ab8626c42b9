import { AwsError, type AwsRole, type RoleClient } from '../client';
import type { PolicyDocument } from '../policies';
import { readLivePolicies, type LivePolicies } from '../role/LiveRole';

/** A role as far as it may be read. */
export interface RoleSnapshot {
  readonly role?: AwsRole;
  /** Absent where they may not be read, or there is no role. */
  readonly policies?: LivePolicies;
  /** Why something could not be read. */
  readonly failure?: AwsError;
}

/** Reads a role with its policies. Does not throw for what AWS answers. */
export async function readRoleSnapshot(
  client: RoleClient,
  name: string,
): Promise<RoleSnapshot> {
  let role: AwsRole | undefined;
  try {
    role = await client.getRole(name);
    return role
      ? { role, policies: await readLivePolicies(client, role, {}) }
      : {};
  } catch (error) {
    if (error instanceof AwsError) {
      return { role, failure: error };
    }
    throw error;
  }
}

/** Every policy that gives the role permissions; undefined where one cannot be read. */
export function readablePermissions(
  policies: LivePolicies | undefined,
): PolicyDocument[] | undefined {
  if (!policies) {
    return undefined;
  }
  const documents = [
    policies.own,
    ...policies.extra.map(({ document }) => document),
    ...policies.attached.map(({ document }) => document),
  ];
  const unreadable = [...policies.extra, ...policies.attached].some(
    ({ document }) => document === undefined,
  );
  return unreadable
    ? undefined
    : documents.filter(document => document !== undefined);
}
