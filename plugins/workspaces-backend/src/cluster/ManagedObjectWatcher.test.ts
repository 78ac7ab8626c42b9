import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  MANAGED_BY,
  MANAGED_BY_LABEL,
  WORKSPACE_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { DevCluster } from '@team-workspaces/dev-cluster';
import { Agent, request } from 'undici';
import { DefaultClusterRegistry } from './DefaultClusterRegistry';
import type { ManagedObjectEvent } from './ManagedObjectEvent';
import { ManagedObjectWatcher } from './ManagedObjectWatcher';
import { devClusterDefinition } from './testing/devClusterClient';
import { eventually } from './testing/eventually';

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace' };
const QUOTA = { apiVersion: 'v1', kind: 'ResourceQuota' };
const labels = { [MANAGED_BY_LABEL]: MANAGED_BY, [WORKSPACE_LABEL]: 'alpha' };
const NAMESPACE_PATH = '/api/v1/namespaces/alpha-notebooks';
const QUOTA_PATH =
  '/api/v1/namespaces/alpha-notebooks/resourcequotas/workspace';

// Making the keys of a development cluster takes seconds on a busy machine.
jest.setTimeout(60_000);

describe('ManagedObjectWatcher', () => {
  let cluster: DevCluster;
  let registry: DefaultClusterRegistry;
  let watcher: ManagedObjectWatcher;
  let others: Agent;
  let events: ManagedObjectEvent[];
  const logger = {
    warn: jest.fn(),
    info: jest.fn(),
    debug: jest.fn(),
  } as unknown as LoggerService;

  beforeAll(async () => {
    cluster = await DevCluster.start();
    others = new Agent({
      connect: { ca: Buffer.from(cluster.caData, 'base64') },
    });
    registry = new DefaultClusterRegistry({
      clusters: [devClusterDefinition(cluster)],
      config: new ConfigReader({}),
    });
    const client = await registry.client('dev');
    await client.create({
      ...NAMESPACE,
      metadata: { name: 'alpha-notebooks', labels },
    });
    await applyQuota('10');
    events = [];
    watcher = new ManagedObjectWatcher({
      clusters: registry,
      logger,
      kinds: [NAMESPACE, QUOTA],
      quietMs: 0,
      onEvent: event => events.push(event),
    });
    watcher.start();
    await eventually(async () => {
      await byOthers('PATCH', NAMESPACE_PATH, {
        metadata: { annotations: { probe: String(Math.random()) } },
      });
      return events.length > 0;
    }, 'the watch is open');
  });

  afterAll(async () => {
    await watcher?.stop();
    await registry?.close();
    await others?.close();
    await cluster?.stop();
  });

  beforeEach(() => {
    events = [];
  });

  async function applyQuota(pods: string) {
    const client = await registry.client('dev');
    return client.apply({
      ...QUOTA,
      metadata: { name: 'workspace', namespace: 'alpha-notebooks', labels },
      spec: { hard: { pods } },
    });
  }

  async function byOthers(
    method: 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<void> {
    const response = await request(
      `${cluster.url}${path}?fieldManager=kubectl-edit`,
      {
        method,
        dispatcher: others,
        headers: {
          authorization: `Bearer ${cluster.adminToken}`,
          'content-type': 'application/merge-patch+json',
        },
        body: body && JSON.stringify(body),
      },
    );
    await response.body.dump();
    expect(response.statusCode).toBe(200);
  }

  function quotaEvents(): ManagedObjectEvent[] {
    return events.filter(({ identity }) => identity.kind === QUOTA.kind);
  }

  it('should not tell our own writes', async () => {
    await applyQuota('15');
    await byOthers('PATCH', NAMESPACE_PATH, {
      metadata: { annotations: { probe: 'later' } },
    });
    await eventually(() => events.length > 0, 'the later edit is told');
    expect(quotaEvents()).toEqual([]);
  });

  it('should tell what somebody else edits', async () => {
    await applyQuota('20');
    await byOthers('PATCH', QUOTA_PATH, { spec: { hard: { pods: '99' } } });
    await eventually(() => quotaEvents().length > 0, 'the edit is told');
    // Each later count of what is used tells the edit once more, as long as it is the latest.
    for (const event of quotaEvents()) {
      expect(event).toEqual({
        cluster: 'dev',
        workspaceId: 'alpha',
        identity: { ...QUOTA, namespace: 'alpha-notebooks', name: 'workspace' },
        type: 'MODIFIED',
      });
    }
  });

  it('should tell that somebody took our labels away', async () => {
    await applyQuota('30');
    await byOthers('PATCH', QUOTA_PATH, {
      metadata: { labels: { [MANAGED_BY_LABEL]: null } },
    });
    await eventually(
      () => quotaEvents().some(({ type }) => type === 'DELETED'),
      'the loss of the labels is told',
    );
    expect(quotaEvents().at(-1)).toMatchObject({ workspaceId: 'alpha' });
  });

  it('should tell what somebody else deletes', async () => {
    await applyQuota('40');
    await byOthers('DELETE', QUOTA_PATH);
    await eventually(
      () => quotaEvents().some(({ type }) => type === 'DELETED'),
      'the deletion is told',
    );
    expect(quotaEvents().at(-1)?.type).toBe('DELETED');
  });

  it('should be silent after it was stopped', async () => {
    await applyQuota('50');
    await watcher.stop();
    events = [];
    await byOthers('PATCH', QUOTA_PATH, { spec: { hard: { pods: '99' } } });
    expect(events).toEqual([]);
    watcher.start();
    await eventually(() => events.length > 0, 'it is told after a new start');
  });
});
