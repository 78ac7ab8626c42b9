import { BenchmarkCluster } from '../cluster/BenchmarkCluster';
import { BenchmarkPortal } from '../portal/BenchmarkPortal';
import { namespacesOf, writesOf } from '../portal/workspaces';
import { median, type Comparison } from '../../src/benchmarks/table';

/** One takes some ten milliseconds, to which the controllers of the cluster add more or less. */
const WORKSPACES_PER_ROUND = 50;

/** One workspace after the other, each from its request until it is active. */
export async function provisionOne(options: {
  readonly rounds: number;
  readonly report: (sentence: string) => void;
}): Promise<Comparison[]> {
  const cluster = await BenchmarkCluster.start();
  const portal = await BenchmarkPortal.start(cluster.ours);
  const ours: number[] = [];
  const sequence: number[] = [];
  const rounds = options.rounds * WORKSPACES_PER_ROUND;
  // The first one only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const writes = await writesOf([`sequence-${round}`]);
    const startedAt = performance.now();
    await cluster.raw.writeInSequence(writes);
    sequence.push(performance.now() - startedAt);
    await cluster.quiet(namespacesOf(`sequence-${round}`));
    ours.push(await portal.provision([`ours-${round}`]));
    await cluster.quiet(namespacesOf(`ours-${round}`));
    await portal.idle();
  }
  await portal.stop();
  await cluster.stop();
  const comparison: Comparison = {
    name: 'One workspace, request to active',
    referenceName: 'its writes one after the other',
    ours: median(ours.slice(1)),
    reference: median(sequence.slice(1)),
    unit: 'ms',
    limit: 0.6,
  };
  options.report(
    `One workspace: ours ${Math.round(
      comparison.ours,
    )} ms, in sequence ${Math.round(comparison.reference)} ms`,
  );
  return [comparison];
}
