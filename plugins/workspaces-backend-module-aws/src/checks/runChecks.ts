import type { IamCheck } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ClusterClient,
  SessionIdentity,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AssociationClient, RoleClient, TrailClient } from '../client';
import type { AwsClusterConfig } from '../config';
import { podIdentityPlaces, reportPodIdentity } from '../podIdentity';
import type { InspectedRole } from '../provider/RoleInspector';
import { policyInput } from '../role/policyInput';
import { runCheck } from './check';
import { clusterChecks } from './clusterChecks';
import { findIdentities } from './findIdentities';
import { permissionChecks } from './permissionChecks';
import { podChecks } from './podChecks';
import { podIdentityChecks } from './podIdentityChecks';
import { roleChecks } from './roleChecks';
import { trailCheck } from './trailCheck';

/** Checks of tokens, which pods under the shared ServiceAccount do not bring. */
const OF_TOKENS = [
  'annotation-matches',
  'webhook-present',
  'oidc-provider-registered',
  'trust-provider',
  'trust-audience',
  'trust-subject',
  'cloudtrail',
];

/** What the checks look at. */
export interface ChecksOptions {
  readonly workspace: Workspace;
  /** Undefined where the cluster has no AWS side. */
  readonly aws?: {
    readonly config: AwsClusterConfig;
    readonly client: RoleClient;
    readonly associations: AssociationClient;
    readonly trail: TrailClient;
    readonly inspected: InspectedRole;
  };
  readonly roleArn: string | undefined;
  readonly cluster: Promise<ClusterClient>;
  /** The ServiceAccount concerned; all of the workspace when absent. */
  readonly identity?: SessionIdentity;
}

/** Answers why a session does not get the role: each thing that it takes is looked at by itself. */
export async function runChecks(options: ChecksOptions): Promise<IamCheck[]> {
  const { workspace, aws, roleArn, cluster, identity } = options;
  const namespaces = workspace.namespaces.map(({ name }) => name);
  const identities = identity
    ? [identity]
    : await findIdentities(cluster, namespaces);
  const set = runCheck(
    {
      id: 'role-set',
      title: 'The workspace has a role',
      hint: 'Have a portal admin set the ARN of a role, or choose mode managed.',
    },
    () => ({
      ok: roleArn !== undefined,
      message: roleArn ? `It is ${roleArn}.` : 'None is set.',
    }),
  );
  const input = aws && policyInput(aws.config, workspace);
  const shared = podIdentityPlaces(aws?.config, workspace)?.serviceAccount;
  const checks = await Promise.all([
    set,
    ...clusterChecks({ cluster, identities, roleArn }),
    ...podChecks({ cluster, namespaces, roleArn, shared }),
    ...(aws && input
      ? [
          ...roleChecks({ ...aws, input, identities }),
          ...permissionChecks({
            ...aws,
            input,
            managed: workspace.iam.mode === 'managed',
          }),
          trailCheck({ ...aws, roleArn, identity, now: new Date() }),
        ]
      : []),
    ...(aws && input && shared
      ? podIdentityChecks({
          ...aws,
          cluster,
          input,
          report: reportPodIdentity({
            ...aws,
            client: aws.associations,
            workspace,
            roleArn,
          }),
        })
      : []),
  ]);
  return shared !== undefined && identity?.serviceAccount === shared
    ? checks.filter(({ id }) => !OF_TOKENS.includes(id))
    : checks;
}
