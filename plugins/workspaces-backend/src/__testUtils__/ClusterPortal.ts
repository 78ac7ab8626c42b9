import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import { DevCluster } from '@team-workspaces/dev-cluster';
import { devClusterDefinition } from '../cluster/testing/devClusterClient';
import { startPortal, type Person, type Portal } from './startPortal';
import { untilPhase } from './untilPhase';
import { untilTrue } from './untilTrue';

/** A portal with a cluster, and what tests of people do with it. */
export class ClusterPortal {
  readonly cluster: DevCluster;
  readonly portal: Portal;

  static async start(
    options: { readonly features?: BackendFeature[] } = {},
  ): Promise<ClusterPortal> {
    const cluster = await DevCluster.start();
    const portal = await startPortal({
      clusters: [devClusterDefinition(cluster)],
      features: options.features,
      config: { reconciler: { pollInterval: { milliseconds: 50 } } },
    });
    return new ClusterPortal(cluster, portal);
  }

  private constructor(cluster: DevCluster, portal: Portal) {
    this.cluster = cluster;
    this.portal = portal;
  }

  /** Requests a workspace of the Group of dana and lee, and waits until it is active. */
  async request(id: string): Promise<void> {
    await this.portal.as('dana').post('/workspaces', {
      id,
      displayName: id,
      owner: 'group:default/team-ds',
    });
    await untilPhase(this.portal, id, 'active');
  }

  /** Reports sign-ins and waits until they were handled and every workspace has settled. */
  async signIn(...people: Person[]): Promise<void> {
    for (const person of people) {
      await this.portal.as(person).post('/sign-in').expect(202);
    }
    await this.settle();
  }

  async settle(): Promise<void> {
    await untilTrue('the sign-ins to be handled', async () => {
      const [pending, { due, working, waiting }] = await Promise.all([
        this.portal.people.listPending(1),
        this.portal.store.queueState(),
      ]);
      return pending.length === 0 && due + working + waiting === 0;
    });
  }

  /** ServiceAccounts of people in the namespaces of a workspace. */
  accountsOf(id: string): KubernetesObject[] {
    return (this.cluster.objects() as KubernetesObject[]).filter(
      ({ kind, metadata: { name, namespace } }) =>
        kind === 'ServiceAccount' &&
        namespace?.startsWith(`${id}-`) &&
        name.startsWith('user-'),
    );
  }

  async stop(): Promise<void> {
    await this.portal.stop();
    await this.cluster.stop();
  }
}
