import { performance } from 'node:perf_hooks';
import { roleWorkspace } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/roleWorkspace';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import { AwsStage } from '../../src/aws/__testUtils__/AwsStage';
import { FaultProxy, type Faults } from '../../src/aws/FaultProxy';
import { seededRandom } from '../../src/aws/seededRandom';
import { settleRoles } from '../../src/aws/__testUtils__/settleRoles';
import type { Comparison } from '../../src/benchmarks/table';

/** A bad day of AWS. */
const FAULTS: Faults = {
  rate: 40,
  burst: 40,
  serverErrors: 0.2,
  lostAnswers: 0.02,
  slowRoles: 0.1,
  propagationMs: 5_000,
};

/** What a new role takes when nothing goes wrong: a look, the role with its tags, and its policy. */
const REQUESTS_PER_ROLE = 3;
const CONCURRENCY = 24;
const TIMEOUT_MS = 2_000;

/** Makes the roles of many workspaces through a proxy that throttles, fails, loses answers and forgets. */
export async function iam(options: {
  readonly workspaces: number;
  readonly report: (sentence: string) => void;
}): Promise<Comparison[]> {
  const { workspaces: count, report } = options;
  const aws = await AwsStage.start();
  const random = seededRandom(20_261_122);
  const proxy = await FaultProxy.start(aws.url, FAULTS, random);
  try {
    const stage = aws.roles({ endpoint: proxy.url, timeoutMs: TIMEOUT_MS });
    const workspaces = Array.from({ length: count }, (_, index) =>
      roleWorkspace(`team-${index}`),
    );
    stage.workspaces = workspaces;
    const startedAt = performance.now();
    const { attempts } = await settleRoles({
      stage,
      workspaces,
      concurrency: CONCURRENCY,
      random,
    });
    const ours = performance.now() - startedAt;
    const { counts } = proxy;
    report(`${attempts} passes. ${JSON.stringify(counts)}`);
    // What failed, was never answered, or came before the role was known, has to be asked again by anybody.
    const again = counts.serverErrors + counts.lostAnswers + counts.slowRoles;
    const needed = REQUESTS_PER_ROLE * count + again;
    const optimum = ((needed - FAULTS.burst) / FAULTS.rate) * 1000;
    return [
      {
        name: `${count} roles on a bad day of AWS`,
        ours,
        reference: optimum,
        unit: 'ms',
        referenceName: `what ${FAULTS.rate} requests per second allow`,
        limit: 1.15,
      },
      {
        name: 'Roles that are half-written afterwards',
        ours: await countIncomplete(aws, workspaces),
        reference: 0,
        unit: 'writes',
        referenceName: 'none',
        limit: 0,
      },
    ];
  } finally {
    await proxy.stop();
    await aws.stop();
  }
}

/** Looks at every role with all its policies, without the proxy, as a portal that was just started. */
async function countIncomplete(
  aws: AwsStage,
  workspaces: readonly Workspace[],
): Promise<number> {
  const stage = aws.roles();
  stage.workspaces = [...workspaces];
  let incomplete = 0;
  for (const workspace of workspaces) {
    const { drift, problems } = await stage.provider.report(workspace);
    if (drift.length + problems.length > 0) {
      incomplete += 1;
    }
  }
  return incomplete;
}
