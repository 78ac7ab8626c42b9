import type { ClusterClient } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClusterConfig } from '../config';
import { FakeEks } from './FakeEks';
import { FakeIam } from './FakeIam';
import { FakeTrail } from './FakeTrail';
import { roleConfig } from './roleConfig';
import { RoleStage } from './RoleStage';
import { roleWorkspace } from './roleWorkspace';

/** The AWS steps before IAM and EKS in memory, with a clock that tests move. */
export class RoleBench {
  readonly iam = new FakeIam();
  readonly eks = new FakeEks();
  /** What was waited for, in milliseconds. */
  readonly slept: number[] = [];
  readonly team = roleWorkspace('team');
  now = Date.parse('2026-01-01T00:00:00Z');
  /** What the provider looks into. */
  cluster: ClusterClient | undefined;
  stage: RoleStage;

  constructor() {
    this.stage = this.restart();
  }

  /** Starts the portal anew, which remembers nothing but the records that are given. */
  restart(
    config: AwsClusterConfig = roleConfig(),
    records?: RoleStage['records'],
  ): RoleStage {
    this.stage = new RoleStage({
      records,
      cluster: this.cluster,
      clusters: new Map([['local', config]]),
      credentials: {
        getCredentialProvider: async () => {
          throw new Error('Nobody asks AWS');
        },
      },
      accounts: {
        roles: () => this.iam,
        associations: () => this.eks,
        trails: () => new FakeTrail(),
      },
      clock: () => this.now,
      sleep: async ms => {
        this.slept.push(ms);
      },
    });
    this.stage.workspaces = [
      this.team,
      roleWorkspace('team-a'),
      roleWorkspace('team-a-b'),
    ];
    return this.stage;
  }

  /** The requests that changed something. */
  writes(): string[] {
    return this.iam.requests.filter(request => !/^(Get|List)/.test(request));
  }
}
