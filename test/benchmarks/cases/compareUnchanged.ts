import {
  MANAGED_BY,
  MANAGED_BY_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { CountingClusterClient } from '../clients/CountingClusterClient';
import { BenchmarkCluster } from '../cluster/BenchmarkCluster';
import { BenchmarkPortal } from '../portal/BenchmarkPortal';
import { namespacesOf, workspaceIds } from '../portal/workspaces';
import { median, type Comparison } from '../../src/benchmarks/table';

const LABEL_SELECTOR = `${MANAGED_BY_LABEL}=${MANAGED_BY}`;

const LISTS = [
  '/api/v1/namespaces',
  '/api/v1/resourcequotas',
  '/api/v1/limitranges',
  '/apis/networking.k8s.io/v1/networkpolicies',
  '/apis/rbac.authorization.k8s.io/v1/roles',
  '/apis/rbac.authorization.k8s.io/v1/rolebindings',
];

/** Comparing many workspaces that are as they should be. */
export async function compareUnchanged(options: {
  readonly workspaces: number;
  readonly rounds: number;
  readonly report: (sentence: string) => void;
}): Promise<Comparison[]> {
  const { workspaces, rounds, report } = options;
  const cluster = await BenchmarkCluster.start();
  const client = new CountingClusterClient(cluster.ours);
  const portal = await BenchmarkPortal.start(client);
  const ids = workspaceIds('same', workspaces);
  report(`Provisioning ${workspaces} workspaces`);
  await portal.provision(ids);
  await cluster.quiet(ids.flatMap(namespacesOf));
  await portal.idle();
  client.writes = 0;
  const ours: number[] = [];
  const lists: number[] = [];
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const startedAt = performance.now();
    await Promise.all(
      LISTS.map(path => cluster.raw.list(path, LABEL_SELECTOR)),
    );
    lists.push(performance.now() - startedAt);
    ours.push(await portal.compare(workspaces));
  }
  await portal.idle();
  await portal.stop();
  await cluster.stop();
  const name = `${workspaces} workspaces without a difference`;
  report(`${name}: ${client.writes} writes`);
  return [
    {
      name,
      referenceName: 'bare lists of the same objects',
      ours: median(ours.slice(1)),
      reference: median(lists.slice(1)),
      unit: 'ms',
      limit: 1.3,
    },
    {
      name,
      referenceName: 'no write at all',
      ours: client.writes,
      reference: 0,
      unit: 'writes',
      limit: 0,
    },
  ];
}
