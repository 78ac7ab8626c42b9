import {
  ROLE_ARN_ANNOTATION,
  type AccessExplanation,
  type ExplainAccessRequest,
  type HealthCheck,
  type IamCheck,
  type IamMode,
  type IamProof,
  type IamSettings,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  CredentialEndpoint,
  IamProvider,
  SessionIdentity,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { runChecks } from '../checks';
import type { AwsClients } from '../client';
import type { AwsClusterConfig } from '../config';
import { accountHealth } from '../health/accountHealth';
import { podIdentityHealth } from '../health/podIdentityHealth';
import {
  POD_IDENTITY_AGENT_ENDPOINTS,
  podIdentityPlaces,
} from '../podIdentity';
import { explainAccess, isS3Url } from '../proof';
import type { AccountFacts, FullReads } from '../role';
import type { BackendContext } from './BackendContext';
import type { NeighbourProver } from './NeighbourProver';
import { reportRole } from './reportRole';
import { RoleInspector, withoutProof } from './RoleInspector';
import { roleArnOf } from './roleOf';
import { RoleResolver } from './RoleResolver';

/** What the provider works with. */
export interface AwsIamProviderOptions {
  readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly accounts: AwsClients;
  readonly facts: AccountFacts;
  readonly fullReads: FullReads;
  readonly prover: NeighbourProver;
  readonly context: BackendContext;
}

/** Modes where a cluster has no AWS side: an ARN can be pasted, and nothing more is known of it. */
const WITHOUT_AWS: readonly IamMode[] = ['external', 'none'];

/** Knows the AWS side of the workspaces of clusters in `workspaces.aws`. */
export class AwsIamProvider implements IamProvider {
  readonly annotationKeys = [ROLE_ARN_ANNOTATION];
  readonly #options: AwsIamProviderOptions;
  readonly #inspector: RoleInspector;
  readonly #resolver: RoleResolver;

  constructor(options: AwsIamProviderOptions) {
    this.#options = options;
    this.#inspector = new RoleInspector(options);
    this.#resolver = new RoleResolver({
      ...options,
      inspector: this.#inspector,
    });
  }

  availableModes(cluster: string): readonly IamMode[] {
    return this.#options.clusters.get(cluster)?.modes ?? WITHOUT_AWS;
  }

  resolve(workspace: Workspace, wanted: IamSettings) {
    return this.#resolver.resolve(
      workspace,
      wanted,
      this.availableModes(workspace.cluster),
    );
  }

  serviceAccountAnnotations(workspace: Workspace): Record<string, string> {
    const arn = roleArnOf(this.#configOf(workspace), workspace);
    return arn ? { [ROLE_ARN_ANNOTATION]: arn } : {};
  }

  sharedServiceAccount(workspace: Workspace): string | undefined {
    return podIdentityPlaces(this.#configOf(workspace), workspace)
      ?.serviceAccount;
  }

  credentialEndpoints(workspace: Workspace): readonly CredentialEndpoint[] {
    return podIdentityPlaces(this.#configOf(workspace), workspace)
      ? POD_IDENTITY_AGENT_ENDPOINTS
      : [];
  }

  async report(workspace: Workspace) {
    return reportRole({
      ...this.#options,
      workspace,
      config: this.#configOf(workspace),
      inspector: this.#inspector,
      availableModes: this.availableModes(workspace.cluster),
    });
  }

  async prove(workspace: Workspace): Promise<IamProof> {
    const config = this.#configOf(workspace);
    if (!config) {
      return workspace.iam.roleArn
        ? withoutProof(
            'not-verified',
            `Cluster ${workspace.cluster} is not in workspaces.aws, so that its roles cannot be read.`,
          )
        : withoutProof('not-applicable', 'The workspace has no role.');
    }
    return this.#inspector.prove(
      workspace,
      await this.#inspector.inspect(config, workspace),
    );
  }

  async check(
    workspace: Workspace,
    identity?: SessionIdentity,
  ): Promise<IamCheck[]> {
    const config = this.#configOf(workspace);
    const inspected =
      config && (await this.#inspector.inspect(config, workspace));
    const cluster = this.#options.context.get().cluster(workspace.cluster);
    // The checks say so themselves.
    cluster.catch(() => {});
    return runChecks({
      workspace,
      identity,
      cluster,
      roleArn: roleArnOf(config, workspace),
      ...(config &&
        inspected && {
          aws: {
            config,
            inspected,
            client: this.#options.accounts.roles(config),
            associations: this.#options.accounts.associations(config),
            trail: this.#options.accounts.trails(config),
          },
        }),
    });
  }

  async explain(
    workspace: Workspace,
    request: ExplainAccessRequest,
    identity: SessionIdentity,
  ): Promise<AccessExplanation> {
    const config = this.#configOf(workspace);
    const inspected =
      config && (await this.#inspector.inspect(config, workspace));
    const unknown = (message: string): AccessExplanation => ({
      decision: 'unknown',
      message,
      request: { resource: request.resource, action: request.action },
      source: 'rendered',
    });
    if (!isS3Url(request.resource)) {
      return unknown('Ask about something like s3://bucket/path/file.');
    }
    if (!inspected) {
      return workspace.iam.roleArn
        ? unknown('The policies of the role cannot be read.')
        : { ...unknown('The workspace has no role.'), decision: 'deny' };
    }
    const { subject, source, snapshot } = inspected;
    return subject
      ? { ...explainAccess(subject, { ...request, ...identity }), source }
      : unknown(
          snapshot.failure?.message ?? `AWS has no role ${inspected.name}.`,
        );
  }

  async health(): Promise<HealthCheck[]> {
    const checks = await Promise.all([
      accountHealth(this.#options),
      podIdentityHealth(this.#options),
    ]);
    return checks.flat();
  }

  #configOf({ cluster }: Pick<Workspace, 'cluster'>) {
    return this.#options.clusters.get(cluster);
  }
}
