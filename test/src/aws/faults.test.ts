import { roleWorkspace } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleWorkspace';
import { AwsStage } from './__testUtils__/AwsStage';
import { FaultProxy, type Faults } from './FaultProxy';
import { findMinistackObstacle } from './ministack';
import { seededRandom } from './seededRandom';
import { settleRoles } from './__testUtils__/settleRoles';

const NO_FAULTS: Faults = {
  rate: 1_000,
  burst: 1_000,
  serverErrors: 0,
  lostAnswers: 0,
  slowRoles: 0,
  propagationMs: 0,
};
const IDS = Array.from({ length: 12 }, (_, index) => `team-${index}`);
const obstacle = process.env.CI ? undefined : findMinistackObstacle();
const describeFaults = obstacle ? describe.skip : describe;

describeFaults(obstacle ?? 'Roles that are made while AWS', () => {
  let aws: AwsStage;
  let proxy: FaultProxy | undefined;

  beforeAll(async () => {
    aws = await AwsStage.start();
  }, 120_000);

  afterEach(() => proxy?.stop());

  afterAll(() => aws?.stop());

  const settle = async (name: string, faults: Partial<Faults>) => {
    const random = seededRandom(7);
    proxy = await FaultProxy.start(
      aws.url,
      { ...NO_FAULTS, ...faults },
      random,
    );
    const stage = aws.roles({ endpoint: proxy.url, timeoutMs: 500 });
    const workspaces = IDS.map(id => roleWorkspace(`${name}-${id}`));
    stage.workspaces = workspaces;
    await settleRoles({ stage, workspaces, concurrency: 6, random });
    const reports = await Promise.all(
      workspaces.map(async workspace => {
        const { drift, problems } = await aws
          .roles()
          .provider.report(workspace);
        return [...drift, ...problems];
      }),
    );
    return { counts: proxy.counts, left: reports.flat() };
  };

  it('throttles are complete in the end', async () => {
    const { counts, left } = await settle('throttled', { rate: 20, burst: 5 });
    expect(left).toEqual([]);
    expect(counts.throttled).toBeGreaterThan(0);
  }, 60_000);

  it('fails now and then are complete in the end', async () => {
    const { counts, left } = await settle('failing', { serverErrors: 0.2 });
    expect(left).toEqual([]);
    expect(counts.serverErrors).toBeGreaterThan(0);
  }, 60_000);

  it('loses answers are made once, and complete in the end', async () => {
    const { counts, left } = await settle('lost', { lostAnswers: 0.3 });
    expect(left).toEqual([]);
    expect(counts.lostAnswers).toBeGreaterThan(0);
  }, 60_000);

  it('does not know them at first are complete in the end', async () => {
    const { counts, left } = await settle('slow', {
      slowRoles: 0.5,
      propagationMs: 800,
    });
    expect(left).toEqual([]);
    expect(counts.unknownRoles).toBeGreaterThan(0);
  }, 60_000);
});
