import { createHash } from 'node:crypto';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClusterConfig } from '../config';
import { formatRoleArn, roleName } from '../names';
import {
  normalisePolicy,
  renderPermissionsPolicy,
  renderTrustPolicy,
  type PolicyDocument,
} from '../policies';
import { policyInput } from './policyInput';
import { FINGERPRINT_TAG, ownerTags } from './roleTags';

/** The role of a workspace as it should be. */
export interface DesiredRole {
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  readonly description: string;
  readonly trust: PolicyDocument;
  readonly permissions: PolicyDocument;
  readonly boundaryArn: string;
  /** All but the fingerprint. */
  readonly tags: Readonly<Record<string, string>>;
  /**
   * Stands for everything above in a tag: a recorded role that carries it was written completely, and one read of the
   * role tells so without reading its policies.
   */
  readonly fingerprint: string;
}

/** Renders the role of a workspace. Throws InvalidPolicyInput, and an Error where no boundary is configured. */
export function renderRole(
  config: AwsClusterConfig,
  workspace: Pick<Workspace, 'id' | 'uid' | 'namespaces'>,
): DesiredRole {
  const { permissionsBoundary: boundaryArn } = config;
  if (!boundaryArn) {
    throw new Error('No role is made without a permissions boundary');
  }
  const input = policyInput(config, workspace);
  const parts = {
    ...roleIdentity(config, workspace),
    description: `Sessions of the team workspace ${workspace.id}`,
    trust: renderTrustPolicy(input),
    permissions: renderPermissionsPolicy(input),
    boundaryArn,
    tags: { ...config.tags, ...ownerTags(workspace) },
  };
  return { ...parts, fingerprint: fingerprintOf(parts) };
}

/** What the role of a workspace is called. Throws InvalidPolicyInput. */
export function roleIdentity(
  config: AwsClusterConfig,
  workspace: Pick<Workspace, 'id'>,
): Pick<DesiredRole, 'name' | 'arn' | 'path'> {
  const { partition, account, rolePath: path } = config;
  const name = roleName(config.roleNamePattern, workspace.id);
  return { name, path, arn: formatRoleArn({ partition, account, path, name }) };
}

/** All tags of a role, with the fingerprint. */
export function completeTags(
  desired: DesiredRole,
): Readonly<Record<string, string>> {
  return { ...desired.tags, [FINGERPRINT_TAG]: desired.fingerprint };
}

function fingerprintOf(role: Omit<DesiredRole, 'fingerprint'>): string {
  const content = JSON.stringify([
    normalisePolicy(role.trust),
    normalisePolicy(role.permissions),
    role.boundaryArn,
    Object.entries(role.tags).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
