import { BenchmarkCluster } from '../cluster/BenchmarkCluster';
import { BenchmarkPortal } from '../portal/BenchmarkPortal';
import { namespacesOf, workspaceIds, writesOf } from '../portal/workspaces';
import { median, type Comparison } from '../../src/benchmarks/table';

/** Made before anything is measured: a portal that serves people has run for a while. */
const WARM_UP = workspaceIds('warm-up', 10);

/** Many workspaces, from the first request until all are active. */
export async function provisionMany(options: {
  readonly workspaces: number;
  readonly rounds: number;
  readonly report: (sentence: string) => void;
}): Promise<Comparison[]> {
  const { workspaces, rounds, report } = options;
  const ids = workspaceIds('many', workspaces);
  const raw: number[] = [];
  const ours: number[] = [];
  const measure = async (
    name: string,
    run: (cluster: BenchmarkCluster) => Promise<number>,
  ) => {
    // Each on a control plane of its own: the controllers work on after the last write.
    const cluster = await BenchmarkCluster.start();
    const milliseconds = await run(cluster);
    await cluster.stop();
    report(`${workspaces} workspaces, ${name}: ${Math.round(milliseconds)} ms`);
    return milliseconds;
  };
  for (let round = 0; round < rounds; round += 1) {
    raw.push(await measure('raw', cluster => writeRaw(cluster, ids)));
    ours.push(
      await measure('ours', cluster => provision(cluster, 'ours', ids)),
    );
  }
  const stock = await measure('stock client', cluster =>
    provision(cluster, 'stock', ids),
  );
  const common = { ours: median(ours), unit: 'ms' } as const;
  return [
    {
      ...common,
      name: `${workspaces} workspaces, request to active`,
      referenceName: 'raw writer of the same objects',
      reference: median(raw),
      limit: 1.5,
    },
    {
      ...common,
      name: `${workspaces} workspaces, request to active`,
      referenceName: 'same reconciler, stock client',
      reference: stock,
      limit: 1 / 3,
    },
  ];
}

async function writeRaw(
  cluster: BenchmarkCluster,
  ids: readonly string[],
): Promise<number> {
  await cluster.raw.writeAll(await writesOf(WARM_UP));
  await cluster.quiet(WARM_UP.flatMap(namespacesOf));
  const writes = await writesOf(ids);
  const startedAt = performance.now();
  await cluster.raw.writeAll(writes);
  return performance.now() - startedAt;
}

async function provision(
  cluster: BenchmarkCluster,
  client: 'ours' | 'stock',
  ids: readonly string[],
): Promise<number> {
  const portal = await BenchmarkPortal.start(cluster[client]);
  await portal.provision(WARM_UP);
  await cluster.quiet(WARM_UP.flatMap(namespacesOf));
  const milliseconds = await portal.provision(ids);
  await portal.stop();
  return milliseconds;
}
