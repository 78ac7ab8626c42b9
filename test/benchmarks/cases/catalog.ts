import { mockServices } from '@backstage/backend-test-utils';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { WorkspaceEntityProvider } from '@team-workspaces/backstage-plugin-catalog-backend-module-workspaces/src/provider/WorkspaceEntityProvider';
import { WorkspaceSource } from '@team-workspaces/backstage-plugin-catalog-backend-module-workspaces/src/source/WorkspaceSource';
import { BenchmarkCatalog } from '../catalog/BenchmarkCatalog';
import { BenchmarkExport } from '../catalog/BenchmarkExport';
import { MutationRecorder } from '../catalog/MutationRecorder';
import { median, type Comparison } from '../../src/benchmarks/table';

const PROVIDER = 'workspaces';
const BYTES_PER_MEGABYTE = 1_000_000;

/** All workspaces in one full mutation of a real catalog: reading, rendering and storing, against storing alone. */
export async function catalog(options: {
  readonly workspaces: number;
  readonly rounds: number;
  readonly report: (sentence: string) => void;
}): Promise<Comparison[]> {
  const { workspaces, rounds, report } = options;
  const portal = await BenchmarkCatalog.start(PROVIDER);
  report(`Storing ${workspaces} workspaces`);
  const backend = await BenchmarkExport.create(
    await portal.schema('benchmark_workspaces'),
    workspaces,
  );
  const rehearsal = new MutationRecorder();
  await (await connectProvider(backend, rehearsal)).refresh();
  const mutation = rehearsal.latestFull();
  report(
    `${workspaces} workspaces: ${megabytes(backend.bytes)} MB read, ${
      mutation.entities.length
    } entities of ${megabytes(
      Buffer.byteLength(JSON.stringify(mutation.entities)),
    )} MB in one mutation`,
  );

  // A catalog of its own: what comes second into the same tables is slower.
  const other = await BenchmarkCatalog.start(PROVIDER);
  const bare = await timedRounds(rounds, () =>
    other.connection.applyMutation(mutation),
  );
  await other.stop();

  const recorder = new MutationRecorder(portal.connection);
  const { provider, refresh } = await connectProvider(backend, recorder);
  const ours = await timedRounds(rounds, refresh);
  const before = recorder.count;
  await provider.emitChanges(backend.ids);
  const unchanged = recorder.count - before;
  const stored = await portal.count();
  await portal.stop();
  if (stored !== 2 * workspaces) {
    throw new Error(`The catalog has ${stored} entities`);
  }

  const name = `${workspaces} workspaces in the catalog`;
  return [
    {
      name: `${name}, new`,
      referenceName: 'the mutation alone',
      ours: ours.first,
      reference: bare.first,
      unit: 'ms',
      limit: 2,
    },
    {
      name: `${name}, known`,
      referenceName: 'the mutation alone',
      ours: ours.again,
      reference: bare.again,
      unit: 'ms',
      limit: 5,
    },
    {
      name: `${name}, told but unchanged`,
      referenceName: 'no mutation at all',
      ours: unchanged,
      reference: 0,
      unit: 'writes',
      limit: 0,
    },
  ];
}

async function connectProvider(
  api: BenchmarkExport,
  connection: EntityProviderConnection,
) {
  const { signal } = new AbortController();
  const provider = new WorkspaceEntityProvider({
    source: new WorkspaceSource({
      api,
      auth: mockServices.auth({ pluginId: 'catalog' }),
    }),
    taskRunner: { run: async () => {} },
    logger: mockServices.rootLogger({ level: 'error' }),
    render: {
      groupNamespace: 'workspaces',
      appBaseUrl: 'https://portal.example.com',
    },
  });
  await provider.connect(connection);
  return { provider, refresh: () => provider.refresh(signal) };
}

/** Milliseconds of the first run, and the median of those that follow. */
async function timedRounds(rounds: number, operation: () => Promise<void>) {
  const first = await timed(operation);
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    again.push(await timed(operation));
  }
  return { first, again: median(again) };
}

async function timed(operation: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await operation();
  return performance.now() - startedAt;
}

function megabytes(bytes: number): string {
  return (bytes / BYTES_PER_MEGABYTE).toFixed(1);
}
