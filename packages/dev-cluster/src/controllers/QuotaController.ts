import { builtIn } from '../api/ResourceRegistry';
import { objectField } from '../objects/KubernetesObject';
import type { ClusterState } from '../operations/ClusterState';
import type { StoredEvent } from '../storage/EventHistory';
import type { Controller } from './Controller';
import { quotaUsage } from './quotaUsage';
import { writeStatus } from './writeStatus';

const quotas = builtIn('', 'resourcequotas');

/** Counts what quotas limit; it does not enforce them. */
export class QuotaController implements Controller {
  readonly #cluster: ClusterState;
  readonly #changed = new Set<string>();

  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  handle({ object }: StoredEvent): void {
    const { namespace } = object.metadata;
    if (namespace) this.#changed.add(namespace);
  }

  reconcile(): void {
    const namespaces = [...this.#changed];
    this.#changed.clear();
    for (const namespace of namespaces) this.#count(namespace);
  }

  #count(namespace: string): void {
    const cluster = this.#cluster;
    for (const quota of cluster.store.list(quotas, { namespace })) {
      const hard = objectField(quota.spec, 'hard');
      const used = Object.fromEntries(
        Object.keys(hard).map(name => [
          name,
          quotaUsage(cluster, namespace, name),
        ]),
      );
      const status = { hard, used };
      writeStatus({ cluster, type: quotas, object: quota, status });
    }
  }
}
