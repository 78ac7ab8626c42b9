import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AssociationPlace } from '../client';
import type { AwsClusterConfig } from '../config';
import { POD_IDENTITY_SERVICE_ACCOUNT } from '../policies';
import { roleIdentity } from '../role/DesiredRole';
import { ownerTags } from '../role/roleTags';

/** An association of a workspace as it should be. */
export interface DesiredAssociation extends AssociationPlace {
  readonly roleArn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Where a workspace has associations. */
export interface PodIdentityPlaces {
  readonly clusterName: string;
  /** Name of the shared ServiceAccount in each namespace. */
  readonly serviceAccount: string;
  readonly namespaces: readonly string[];
}

/** Undefined where Pod Identity is not configured, and for workspaces without a role. */
export function podIdentityPlaces(
  config: AwsClusterConfig | undefined,
  {
    iam,
    isDefault,
    namespaces,
  }: Pick<Workspace, 'iam' | 'isDefault' | 'namespaces'>,
): PodIdentityPlaces | undefined {
  if (!config?.podIdentity || isDefault || iam.mode === 'none') {
    return undefined;
  }
  const { clusterName, serviceAccount = POD_IDENTITY_SERVICE_ACCOUNT } =
    config.podIdentity;
  return {
    clusterName,
    serviceAccount,
    namespaces: namespaces.map(({ name }) => name),
  };
}

/** One association for each namespace of a workspace whose role we keep; none for others. Throws InvalidPolicyInput. */
export function renderAssociations(
  config: AwsClusterConfig | undefined,
  workspace: Pick<Workspace, 'id' | 'uid' | 'iam' | 'isDefault' | 'namespaces'>,
): DesiredAssociation[] {
  const places = podIdentityPlaces(config, workspace);
  if (!config || !places || workspace.iam.mode !== 'managed') {
    return [];
  }
  const { clusterName, serviceAccount, namespaces } = places;
  return namespaces.map(namespace => ({
    clusterName,
    namespace,
    serviceAccount,
    roleArn: roleIdentity(config, workspace).arn,
    tags: { ...config.tags, ...ownerTags(workspace) },
  }));
}
