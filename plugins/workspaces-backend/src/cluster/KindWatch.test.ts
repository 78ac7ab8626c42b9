import {
  MANAGED_BY,
  WORKSPACE_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
  type WatchEvent,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { KindWatch } from './KindWatch';
import { eventually } from './testing/eventually';

const KIND = { apiVersion: 'v1', kind: 'Namespace' };

function object(
  name: string,
  resourceVersion: string,
  manager = 'kubectl',
): KubernetesObject {
  return {
    ...KIND,
    metadata: {
      name,
      resourceVersion,
      labels: { [WORKSPACE_LABEL]: 'alpha' },
      managedFields: [{ manager, time: '2026-01-01T00:00:00Z' }],
    },
  };
}

const gone = () =>
  new ClusterError({ reason: 'ObjectConflict', message: 'old', status: 410 });
const broken = () =>
  new ClusterError({ reason: 'ClusterUnreachable', message: 'broken' });

describe('KindWatch', () => {
  const abort = { current: new AbortController() };
  let lists: (KubernetesObject[] | Error)[];
  let watches: (readonly (WatchEvent | Error)[])[];
  let watchedFrom: string[];
  let events: string[];
  const logger = {
    warn: jest.fn(),
    info: jest.fn(),
    debug: jest.fn(),
  } as unknown as LoggerService;

  /** Answers by the scripts above; a watch without a script stays open until the end. */
  const client = {
    async list() {
      const list = lists.shift() ?? [];
      if (list instanceof Error) {
        throw list;
      }
      return { items: list, resourceVersion: String(100 * (2 - lists.length)) };
    },
    async *watch(
      _kind: unknown,
      query: { resourceVersion: string; signal: AbortSignal },
    ) {
      watchedFrom.push(query.resourceVersion);
      const script = watches.shift();
      for (const step of script ?? []) {
        if (step instanceof Error) {
          throw step;
        }
        yield step;
      }
      if (!script) {
        await new Promise(resolve =>
          query.signal.addEventListener('abort', resolve),
        );
      }
    },
  } as unknown as ClusterClient;

  async function run(until: () => boolean): Promise<void> {
    abort.current = new AbortController();
    const watch = new KindWatch({
      cluster: 'dev',
      kind: KIND,
      client: async () => client,
      logger,
      backoff: { baseMs: 1, maxMs: 2 },
      onEvent: ({ type, identity }) => events.push(`${type} ${identity.name}`),
    });
    const running = watch.run(abort.current.signal);
    await eventually(until, 'the watch got as far as the test wants');
    abort.current.abort();
    await running;
  }

  beforeEach(() => {
    lists = [[], []];
    watches = [];
    watchedFrom = [];
    events = [];
    jest.clearAllMocks();
  });

  it('should tell what others changed before it started', async () => {
    lists = [[object('a', '1'), object('b', '2', MANAGED_BY)], []];
    await run(() => watchedFrom.length === 1);
    expect(events).toEqual(['ADDED a']);
  });

  it('should take up a broken watch where it was', async () => {
    watches = [
      [{ type: 'BOOKMARK', object: object('', '150') }, broken()],
      [{ type: 'MODIFIED', object: object('a', '160') }],
    ];
    await run(() => watchedFrom.length === 3);
    expect(watchedFrom).toEqual(['100', '150', '160']);
    expect(events).toEqual(['MODIFIED a']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith(
      'Watching Namespace objects in the cluster "dev" works again.',
    );
  });

  it('should list again after 410 and tell what it missed', async () => {
    lists = [
      [
        object('same', '1', MANAGED_BY),
        object('edited', '2', MANAGED_BY),
        object('deleted', '3', MANAGED_BY),
      ],
      [object('same', '1', MANAGED_BY), object('edited', '4')],
    ];
    watches = [[gone()]];
    await run(() => watchedFrom.length === 2);
    expect(watchedFrom).toEqual(['100', '200']);
    expect(events).toEqual(['MODIFIED edited', 'DELETED deleted']);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('should not tell writes of ours', async () => {
    watches = [[{ type: 'MODIFIED', object: object('a', '101', MANAGED_BY) }]];
    await run(() => watchedFrom.length === 2);
    expect(events).toEqual([]);
  });

  it('should tell the beginning of a deletion once', async () => {
    const live = object('a', '101', MANAGED_BY);
    const terminating = {
      ...live,
      metadata: { ...live.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' },
    };
    watches = [
      [
        { type: 'ADDED', object: live },
        { type: 'MODIFIED', object: terminating },
        { type: 'MODIFIED', object: terminating },
        { type: 'DELETED', object: terminating },
      ],
    ];
    await run(() => watchedFrom.length === 2);
    expect(events).toEqual(['MODIFIED a', 'DELETED a']);
  });

  it('should keep trying while the cluster is down, and say so once', async () => {
    lists = [broken(), broken(), broken(), []];
    await run(() => watchedFrom.length === 1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
