import type {
  ClusterClient,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { PodIdentityInput } from '../policies';
import { ownerTags } from '../role/roleTags';
import { TEST_EKS_CLUSTER } from './FakeEks';
import { RoleBench } from './RoleBench';
import { roleConfig, TEST_ACCOUNT } from './roleConfig';

/** Where the first association of the workspace `team` is. */
export const PLACE = {
  clusterName: TEST_EKS_CLUSTER,
  namespace: 'team-notebooks',
  serviceAccount: 'workspace',
};

/** Configuration of Pod Identity for tests. */
export const POD_IDENTITY: PodIdentityInput = {
  clusterName: TEST_EKS_CLUSTER,
  clusterArn: `arn:aws:eks:eu-west-1:${TEST_ACCOUNT}:cluster/${TEST_EKS_CLUSTER}`,
};

/** The step of Pod Identity before IAM and EKS in memory. */
export class PodIdentityBench {
  readonly roles = new RoleBench();
  readonly team = this.roles.team;
  readonly iam = this.roles.iam;
  readonly eks = this.roles.eks;
  readonly roleArn = `arn:aws:iam::${TEST_ACCOUNT}:role/team-workspaces/drls-workspace-team`;
  readonly ownTags = { ...roleConfig().tags, ...ownerTags(this.team) };

  constructor(options: { readonly cluster?: ClusterClient } = {}) {
    this.roles.cluster = options.cluster;
    this.roles.restart(roleConfig({ podIdentity: POD_IDENTITY }));
  }

  get #step() {
    return this.roles.stage.podIdentityStep;
  }

  /** One pass of the step. */
  pass(workspace: Workspace = this.team) {
    return this.roles.stage.pass(workspace, this.#step);
  }

  plan(workspace: Workspace = this.team) {
    return this.roles.stage.plan(workspace, this.#step);
  }

  removal(workspace: Workspace = this.team) {
    return this.roles.stage.removal(workspace, this.#step);
  }

  /** The records of the step. */
  records() {
    return this.roles.stage
      .recordsOf(this.team)
      .list()
      .filter(({ step }) => step === this.#step.id);
  }

  /** Starts the portal anew with the same records; without Pod Identity when nothing is given. */
  reconfigure(
    podIdentity: Partial<PodIdentityInput> | undefined,
    tags = roleConfig().tags,
  ): void {
    this.roles.restart(
      roleConfig({
        tags,
        podIdentity: podIdentity && { ...POD_IDENTITY, ...podIdentity },
      }),
      this.roles.stage.records,
    );
  }
}
