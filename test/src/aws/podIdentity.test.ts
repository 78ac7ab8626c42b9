import {
  CreatePodIdentityAssociationCommand,
  DeleteClusterCommand,
  DescribePodIdentityAssociationCommand,
  ListPodIdentityAssociationsCommand,
  UpdatePodIdentityAssociationCommand,
  type EKSClient,
} from '@aws-sdk/client-eks';
import { roleWorkspace } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleWorkspace';
import { TEST_ACCOUNT } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleConfig';
import type { RoleStage } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/RoleStage';
import { AwsStage } from './__testUtils__/AwsStage';
import { findMinistackObstacle } from './ministack';

const CLUSTER = 'prod-eu';
const POD_IDENTITY = {
  clusterName: CLUSTER,
  clusterArn: `arn:aws:eks:eu-west-1:${TEST_ACCOUNT}:cluster/${CLUSTER}`,
};
const roleArnOf = (name: string) =>
  `arn:aws:iam::${TEST_ACCOUNT}:role/team-workspaces/${name}`;
const obstacle = process.env.CI ? undefined : findMinistackObstacle();
const describePodIdentity = obstacle ? describe.skip : describe;

// The emulator has EKS's control plane only: it stores associations, and no agent hands out credentials by them.
describePodIdentity(obstacle ?? 'EKS Pod Identity', () => {
  let aws: AwsStage;
  let eks: EKSClient;
  let stage: RoleStage;

  beforeAll(async () => {
    aws = await AwsStage.start();
    await aws.createCluster(CLUSTER);
    eks = aws.eks();
    stage = aws.roles({ podIdentity: POD_IDENTITY });
  }, 120_000);

  afterAll(() => aws?.stop());

  /** Both steps, in the order of their dependency. */
  const provision = async (workspace: ReturnType<typeof roleWorkspace>) => {
    stage.workspaces = [workspace];
    const role = await stage.pass(workspace);
    const associations = await stage.pass(workspace, stage.podIdentityStep);
    return [...role.changes, ...associations.changes];
  };

  const associationsOf = async (id: string) => {
    const { associations = [] } = await eks.send(
      new ListPodIdentityAssociationsCommand({ clusterName: CLUSTER }),
    );
    const described = await Promise.all(
      associations
        .filter(({ namespace }) => namespace?.startsWith(`${id}-`))
        .map(({ associationId }) =>
          eks.send(
            new DescribePodIdentityAssociationCommand({
              clusterName: CLUSTER,
              associationId,
            }),
          ),
        ),
    );
    return described.flatMap(({ association }) => association ?? []);
  };

  it('gives each namespace the role, and then writes nothing', async () => {
    const team = roleWorkspace('team');
    expect(await provision(team)).toHaveLength(4);
    const made = await associationsOf('team');
    expect(made.map(({ namespace }) => namespace).sort()).toEqual(
      team.namespaces.map(({ name }) => name).sort(),
    );
    for (const association of made) {
      expect(association).toMatchObject({
        serviceAccount: 'workspace',
        roleArn: roleArnOf('drls-workspace-team'),
        disableSessionTags: false,
        tags: { 'team-workspaces.dev/workspace-uid': 'uid-of-team' },
      });
    }
    expect(await provision(team)).toEqual([]);
    const { podIdentity } = await stage.provider.report(team);
    expect(podIdentity?.associations.map(({ state }) => state)).toEqual([
      'ready',
      'ready',
      'ready',
    ]);
  }, 30_000);

  it('puts another role and missing session tags right', async () => {
    const workspace = roleWorkspace('changed');
    await provision(workspace);
    const [{ associationId }] = await associationsOf('changed');
    await eks.send(
      new UpdatePodIdentityAssociationCommand({
        clusterName: CLUSTER,
        associationId,
        roleArn: roleArnOf('another'),
        disableSessionTags: true,
      }),
    );
    expect(await provision(workspace)).toMatchObject([
      {
        action: 'update',
        fields: [{ path: 'roleArn' }, { path: 'disableSessionTags' }],
      },
    ]);
    for (const association of await associationsOf('changed')) {
      expect(association).toMatchObject({
        roleArn: roleArnOf('drls-workspace-changed'),
        disableSessionTags: false,
      });
    }
  }, 30_000);

  it('leaves one of somebody else, and names its id', async () => {
    const { association } = await eks.send(
      new CreatePodIdentityAssociationCommand({
        clusterName: CLUSTER,
        namespace: 'rival-notebooks',
        serviceAccount: 'workspace',
        roleArn: roleArnOf('theirs'),
      }),
    );
    await expect(provision(roleWorkspace('rival'))).rejects.toMatchObject({
      problem: {
        reason: 'AssociationNotOurs',
        message: expect.stringContaining(String(association?.associationId)),
      },
    });
    const made = await associationsOf('rival');
    expect(made).toHaveLength(3);
    expect(made).toContainEqual(
      expect.objectContaining({ roleArn: roleArnOf('theirs') }),
    );
  }, 30_000);

  it('goes with the mode before the role, and with the workspace', async () => {
    const workspace = roleWorkspace('leaving');
    await provision(workspace);
    await provision({ ...workspace, iam: { mode: 'none' } });
    expect(await associationsOf('leaving')).toEqual([]);
    await provision(workspace);
    await stage.removal(workspace, stage.podIdentityStep);
    await stage.removal(workspace);
    expect(await associationsOf('leaving')).toEqual([]);
  }, 30_000);

  it('says that a cluster is not there, and needs none to be gone', async () => {
    const workspace = roleWorkspace('gone');
    await aws.createCluster('gone');
    stage = aws.roles({
      podIdentity: {
        clusterName: 'gone',
        clusterArn: `arn:aws:eks:eu-west-1:${TEST_ACCOUNT}:cluster/gone`,
      },
    });
    await provision(workspace);
    await eks.send(new DeleteClusterCommand({ name: 'gone' }));
    await expect(provision(workspace)).rejects.toMatchObject({
      problem: { reason: 'EksClusterNotFound' },
    });
    await stage.removal(workspace, stage.podIdentityStep);
    expect(
      stage
        .recordsOf(workspace)
        .list()
        .filter(({ step }) => step === 'pod-identity'),
    ).toEqual([]);
  }, 30_000);
});
