import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  MANAGED_BY,
  MANAGED_BY_LABEL,
  WORKSPACE_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { DevCluster } from '@team-workspaces/dev-cluster';
import { DefaultClusterRegistry } from './DefaultClusterRegistry';
import { ManagedObjectWatcher } from './ManagedObjectWatcher';
import { devClusterDefinition } from './testing/devClusterClient';
import { eventually } from './testing/eventually';

// Making the keys of a development cluster takes seconds on a busy machine.
jest.setTimeout(60_000);

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace' };
const labels = { [MANAGED_BY_LABEL]: MANAGED_BY, [WORKSPACE_LABEL]: 'alpha' };

describe('ManagedObjectWatcher with a cluster that goes away', () => {
  it('should tell what was deleted meanwhile, whose history is gone too', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'watcher-'));
    const logger = { warn: jest.fn(), info: jest.fn(), debug: jest.fn() };
    const first = await DevCluster.start({ directory });
    const definition = devClusterDefinition(first);
    const registry = new DefaultClusterRegistry({
      clusters: [definition],
      config: new ConfigReader({}),
    });
    const client = await registry.client('dev');
    const uids = await Promise.all(
      ['stays', 'goes'].map(async name => {
        const object = { ...NAMESPACE, metadata: { name, labels } };
        return (await client.create(object)).metadata.uid ?? '';
      }),
    );
    const told: string[] = [];
    const watcher = new ManagedObjectWatcher({
      clusters: registry,
      logger: logger as unknown as LoggerService,
      kinds: [NAMESPACE],
      quietMs: 0,
      backoff: { baseMs: 20, maxMs: 100 },
      onEvent: ({ type, identity }) => told.push(`${type} ${identity.name}`),
    });
    first.faults.add({
      verbs: ['watch'],
      effect: { type: 'delay', milliseconds: 0 },
    });
    watcher.start();
    await eventually(() => first.faults.list()[0].seen > 0, 'it watches');

    await first.stop();
    await eventually(() => logger.warn.mock.calls.length > 0, 'it notices');
    const port = Number(new URL(first.url).port);
    const second = await DevCluster.start({ directory, port });
    const goes = { ...NAMESPACE, name: 'goes' };
    await client.delete(goes, { uid: uids[1] });
    await eventually(() => told.includes('DELETED goes'), 'it catches up');

    expect(told.filter(event => event.endsWith('stays'))).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await watcher.stop();
    await registry.close();
    await second.stop();
    await rm(directory, { recursive: true });
  });
});
