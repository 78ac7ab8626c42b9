import { mockServices } from '@backstage/backend-test-utils';
import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { WorkspaceEntityProvider } from '@team-workspaces/backstage-plugin-catalog-backend-module-workspaces/src/provider/WorkspaceEntityProvider';
import { WorkspaceSource } from '@team-workspaces/backstage-plugin-catalog-backend-module-workspaces/src/source/WorkspaceSource';
import { BenchmarkCatalog } from '../catalog/BenchmarkCatalog';
import { BenchmarkExport } from '../catalog/BenchmarkExport';
import { median, type Comparison } from '../../src/benchmarks/table';

const OURS = 'workspaces';
const BARE = 'bare';
const BYTES_PER_MEGABYTE = 1_000_000;

type FullMutation = Extract<EntityProviderMutation, { type: 'full' }>;

/** All workspaces in one full mutation of a real catalog: reading, rendering and storing, against storing alone. */
export async function catalog(options: {
  readonly workspaces: number;
  readonly rounds: number;
  readonly report: (sentence: string) => void;
}): Promise<Comparison[]> {
  const { workspaces, rounds, report } = options;
  const portal = await BenchmarkCatalog.start([OURS, BARE]);
  report(`Storing ${workspaces} workspaces`);
  const backend = await BenchmarkExport.create(
    await portal.schema('benchmark_workspaces'),
    workspaces,
  );
  const recorder = new MutationRecorder(portal.connection(OURS));
  const { provider, refresh } = await connectProvider(backend, recorder);

  const first = await timed(refresh);
  const emitted = recorder.latestFull();
  report(
    `${workspaces} workspaces: ${megabytes(backend.bytes)} MB read, ${
      emitted.entities.length
    } entities of ${megabytes(
      Buffer.byteLength(JSON.stringify(emitted.entities)),
    )} MB in one mutation`,
  );
  const bare = renamed(emitted);
  const bareConnection = portal.connection(BARE);
  const firstBare = await timed(() => bareConnection.applyMutation(bare));

  const again: number[] = [];
  const againBare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    againBare.push(await timed(() => bareConnection.applyMutation(bare)));
    again.push(await timed(refresh));
  }
  const before = recorder.count;
  await provider.emitChanges(backend.ids);
  const unchanged = recorder.count - before;
  const stored = await portal.count(OURS);
  await portal.stop();
  if (stored !== 2 * workspaces) {
    throw new Error(`The catalog has ${stored} entities of ours`);
  }

  const name = `${workspaces} workspaces in the catalog`;
  return [
    {
      name: `${name}, new`,
      referenceName: 'the mutation alone',
      ours: first,
      reference: firstBare,
      unit: 'ms',
      limit: 2,
    },
    {
      name: `${name}, known`,
      referenceName: 'the mutation alone',
      ours: median(again),
      reference: median(againBare),
      unit: 'ms',
      limit: 4,
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

/** Passes mutations on and remembers them. */
class MutationRecorder implements EntityProviderConnection {
  readonly #connection: EntityProviderConnection;
  #latestFull: FullMutation | undefined;
  count = 0;

  constructor(connection: EntityProviderConnection) {
    this.#connection = connection;
  }

  async applyMutation(mutation: EntityProviderMutation): Promise<void> {
    this.count += 1;
    if (mutation.type === 'full') {
      this.#latestFull = mutation;
    }
    await this.#connection.applyMutation(mutation);
  }

  async refresh(): Promise<void> {}

  latestFull(): FullMutation {
    if (!this.#latestFull) {
      throw new Error('Nothing was emitted');
    }
    return this.#latestFull;
  }
}

/** The same entities under names that are free. */
function renamed(mutation: FullMutation): FullMutation {
  return {
    type: 'full',
    entities: mutation.entities.map(({ entity }) => ({
      entity: {
        ...entity,
        metadata: { ...entity.metadata, name: `bare-${entity.metadata.name}` },
      },
      locationKey: BARE,
    })),
  };
}

async function timed(operation: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await operation();
  return performance.now() - startedAt;
}

function megabytes(bytes: number): string {
  return (bytes / BYTES_PER_MEGABYTE).toFixed(1);
}
