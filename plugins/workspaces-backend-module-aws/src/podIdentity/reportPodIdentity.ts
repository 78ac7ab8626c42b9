import type { PodIdentityReport } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  AwsError,
  type AssociationClient,
  type AssociationPlace,
} from '../client';
import type { AwsClusterConfig } from '../config';
import { isOwn } from '../role/roleTags';
import { compareAssociation } from './compareAssociation';
import { podIdentityPlaces } from './DesiredAssociation';
import { findAssociation } from './findAssociation';

type ReportedAssociation = PodIdentityReport['associations'][number];

/**
 * The associations of a workspace as AWS has them; undefined where Pod Identity is not configured, and for workspaces
 * without a role. Does not throw for what AWS answers.
 */
export async function reportPodIdentity(options: {
  readonly config: AwsClusterConfig;
  readonly workspace: Workspace;
  readonly roleArn: string | undefined;
  readonly client: AssociationClient;
}): Promise<PodIdentityReport | undefined> {
  const { config, workspace, roleArn } = options;
  const places = podIdentityPlaces(config, workspace);
  if (!places || roleArn === undefined) {
    return undefined;
  }
  const { clusterName, serviceAccount, namespaces } = places;
  return {
    clusterName,
    serviceAccount,
    associations: await Promise.all(
      namespaces.map(namespace =>
        reportOne(
          { ...options, roleArn },
          { clusterName, serviceAccount, namespace },
        ),
      ),
    ),
  };
}

async function reportOne(
  options: {
    readonly config: AwsClusterConfig;
    readonly workspace: Workspace;
    readonly roleArn: string;
    readonly client: AssociationClient;
  },
  place: AssociationPlace,
): Promise<ReportedAssociation> {
  const { namespace } = place;
  try {
    return { namespace, ...(await judge(options, place)) };
  } catch (error) {
    if (error instanceof AwsError) {
      return { namespace, state: 'unknown', message: error.message };
    }
    throw error;
  }
}

async function judge(
  { config, workspace, roleArn, client }: Parameters<typeof reportOne>[0],
  place: AssociationPlace,
): Promise<Omit<ReportedAssociation, 'namespace'>> {
  const live = await findAssociation(client, place, undefined);
  const managed = workspace.iam.mode === 'managed';
  if (!live) {
    return managed
      ? {
          state: 'missing',
          message: 'It is made when the workspace is looked at next.',
        }
      : {
          state: 'missing',
          message:
            'Whoever keeps the role keeps its associations, too. Make it by hand.',
          command: creationCommand(config, place, roleArn),
        };
  }
  const found = { id: live.id, arn: live.arn };
  if (managed && !isOwn(live, workspace)) {
    return {
      ...found,
      state: 'foreign',
      message: `It was not made for this workspace, and gives pods ${live.roleArn}.`,
    };
  }
  const { fields } = compareAssociation(
    { ...place, roleArn, tags: managed ? config.tags : {} },
    live,
  );
  return fields.length === 0
    ? { ...found, state: 'ready' }
    : {
        ...found,
        state: 'drifted',
        message: `Differs in ${fields.map(({ path }) => path).join(', ')}.`,
      };
}

function creationCommand(
  { region }: AwsClusterConfig,
  { clusterName, namespace, serviceAccount }: AssociationPlace,
  roleArn: string,
): string {
  return `aws eks create-pod-identity-association --region ${region} --cluster-name ${clusterName} --namespace ${namespace} --service-account ${serviceAccount} --role-arn ${roleArn}`;
}
