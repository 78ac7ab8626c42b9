import type { AwsClusterConfig } from '../config';
import { FakeIam } from './FakeIam';
import { roleConfig } from './roleConfig';
import { RoleStage } from './RoleStage';
import { roleWorkspace } from './roleWorkspace';

/** A role step before an IAM in memory, with a clock that tests move. */
export class RoleBench {
  readonly iam = new FakeIam();
  /** What was waited for, in milliseconds. */
  readonly slept: number[] = [];
  readonly team = roleWorkspace('team');
  now = Date.parse('2026-01-01T00:00:00Z');
  stage: RoleStage;

  constructor() {
    this.stage = this.restart();
  }

  /** Starts the portal anew, which remembers nothing. */
  restart(config: AwsClusterConfig = roleConfig()): RoleStage {
    this.stage = new RoleStage({
      clusters: new Map([['local', config]]),
      credentials: {
        getCredentialProvider: async () => {
          throw new Error('Nobody asks AWS');
        },
      },
      accounts: { roles: () => this.iam },
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
