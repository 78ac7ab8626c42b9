import {
  ListPodIdentityAssociationsCommand,
  type EKSClient,
} from '@aws-sdk/client-eks';
import { roleWorkspace } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleWorkspace';
import { TEST_ACCOUNT } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleConfig';
import { AwsStage } from './__testUtils__/AwsStage';
import { settleRoles } from './__testUtils__/settleRoles';
import { FaultProxy, type Faults } from './FaultProxy';
import { findMinistackObstacle } from './ministack';
import { seededRandom } from './seededRandom';

const NO_FAULTS: Faults = {
  rate: 1_000,
  burst: 1_000,
  serverErrors: 0,
  lostAnswers: 0,
  slowRoles: 0,
  propagationMs: 0,
};
const CLUSTER = 'prod-eu';
const POD_IDENTITY = {
  clusterName: CLUSTER,
  clusterArn: `arn:aws:eks:eu-west-1:${TEST_ACCOUNT}:cluster/${CLUSTER}`,
};
const IDS = Array.from({ length: 6 }, (_, index) => `team-${index}`);
const obstacle = process.env.CI ? undefined : findMinistackObstacle();
const describeFaults = obstacle ? describe.skip : describe;

describeFaults(obstacle ?? 'Associations that are made while AWS', () => {
  let aws: AwsStage;
  let eks: EKSClient;
  let proxy: FaultProxy | undefined;

  beforeAll(async () => {
    aws = await AwsStage.start();
    await aws.createCluster(CLUSTER);
    eks = aws.eks();
  }, 120_000);

  afterEach(() => proxy?.stop());

  afterAll(() => aws?.stop());

  const countOf = async (namespaces: readonly string[]) => {
    const { associations = [] } = await eks.send(
      new ListPodIdentityAssociationsCommand({
        clusterName: CLUSTER,
        maxResults: 1_000,
      }),
    );
    return associations.filter(({ namespace = '' }) =>
      namespaces.includes(namespace),
    ).length;
  };

  const settle = async (name: string, faults: Partial<Faults>) => {
    const random = seededRandom(11);
    proxy = await FaultProxy.start(
      aws.url,
      { ...NO_FAULTS, ...faults },
      random,
    );
    const stage = aws.roles({
      endpoint: proxy.url,
      timeoutMs: 500,
      podIdentity: POD_IDENTITY,
    });
    const workspaces = IDS.map(id => roleWorkspace(`${name}-${id}`));
    stage.workspaces = workspaces;
    const both = [stage.step, stage.podIdentityStep];
    await settleRoles({
      stage,
      workspaces,
      steps: both,
      concurrency: 3,
      random,
    });
    const reader = aws.roles({ podIdentity: POD_IDENTITY });
    reader.workspaces = workspaces;
    const reports = await Promise.all(
      workspaces.map(workspace => reader.provider.report(workspace)),
    );
    const namespaces = workspaces.flatMap(workspace =>
      workspace.namespaces.map(one => one.name),
    );
    return {
      counts: proxy.counts,
      states: new Set(
        reports.flatMap(({ podIdentity }) =>
          podIdentity?.associations.map(({ state }) => state),
        ),
      ),
      missing: namespaces.length - (await countOf(namespaces)),
    };
  };

  const COMPLETE = { states: new Set(['ready']), missing: 0 };

  it('throttles are complete in the end', async () => {
    const { counts, ...left } = await settle('throttled', {
      rate: 25,
      burst: 5,
    });
    expect(left).toEqual(COMPLETE);
    expect(counts.throttled).toBeGreaterThan(0);
  }, 90_000);

  it('fails now and then are complete in the end', async () => {
    const { counts, ...left } = await settle('failing', { serverErrors: 0.2 });
    expect(left).toEqual(COMPLETE);
    expect(counts.serverErrors).toBeGreaterThan(0);
  }, 90_000);

  it('loses answers are made once, and complete in the end', async () => {
    const { counts, ...left } = await settle('lost', { lostAnswers: 0.3 });
    expect(left).toEqual(COMPLETE);
    expect(counts.lostAnswers).toBeGreaterThan(0);
  }, 90_000);

  it('does not know their roles at first are complete in the end', async () => {
    const { counts, ...left } = await settle('slow', {
      slowRoles: 1,
      propagationMs: 1_500,
    });
    expect(left).toEqual(COMPLETE);
    expect(counts.unknownRoles).toBeGreaterThan(0);
  }, 90_000);
});
