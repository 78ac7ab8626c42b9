import type {
  ClusterDefinition,
  WorkspacesClusterExtensionPoint,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** Collects the clusters that modules add. */
export class ClusterExtensions implements WorkspacesClusterExtensionPoint {
  readonly #clusters: ClusterDefinition[] = [];

  addCluster(cluster: ClusterDefinition): void {
    this.#clusters.push(withoutDuplicate(this.#clusters, cluster));
  }

  /** The configured clusters and those added, in this order. */
  joinedTo(configured: readonly ClusterDefinition[]): ClusterDefinition[] {
    const joined = [...configured];
    for (const cluster of this.#clusters) {
      joined.push(withoutDuplicate(joined, cluster));
    }
    return joined;
  }
}

function withoutDuplicate(
  clusters: readonly ClusterDefinition[],
  cluster: ClusterDefinition,
): ClusterDefinition {
  if (clusters.some(({ name }) => name === cluster.name)) {
    throw new Error(
      `The cluster "${cluster.name}" cannot be added: there is one of that name already.`,
    );
  }
  return cluster;
}
