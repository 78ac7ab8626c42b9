import { FakeEks } from './FakeEks';
import { FakeTrail } from './FakeTrail';
import { awsRefusal, FakeIam } from './FakeIam';
import { roleConfig } from './roleConfig';
import { RoleStage } from './RoleStage';
import { roleWorkspace } from './roleWorkspace';

/** Role that the step makes for the workspace `team`. */
export const MANAGED =
  'arn:aws:iam::123456789012:role/team-workspaces/drls-workspace-team';

/** A role that somebody else made. */
export const EXTERNAL = 'arn:aws:iam::123456789012:role/theirs';

/** For each test of a file an empty account, and a provider that knows the workspaces `team` and `team-a`. */
export function useProviderStage() {
  const team = roleWorkspace('team');
  const external = roleWorkspace('team', {
    iam: { mode: 'external', roleArn: EXTERNAL },
  });

  const createStage = (iam: FakeIam) => {
    const stage = new RoleStage({
      clusters: new Map([['local', roleConfig()]]),
      credentials: {
        getCredentialProvider: async () => {
          throw new Error('Nobody asks AWS');
        },
      },
      accounts: {
        roles: () => iam,
        associations: () => new FakeEks(),
        trails: () => new FakeTrail(),
      },
    });
    stage.workspaces = [team, roleWorkspace('team-a')];
    return stage;
  };

  let iam: FakeIam;
  let stage: RoleStage;
  beforeEach(() => {
    iam = new FakeIam();
    stage = createStage(iam);
  });

  return {
    team,
    external,
    createStage,
    get iam() {
      return iam;
    },
    get stage() {
      return stage;
    },
    /** Has AWS refuse requests from now on. */
    refuse: (
      pattern: RegExp,
      code: string,
      reason: 'AwsAccessDenied' | 'AwsUnreachable',
    ) => {
      iam.before = request => {
        if (pattern.test(request)) {
          throw awsRefusal(code, reason);
        }
      };
    },
  };
}
