import {
  HINTS,
  type NamespaceUsage,
  type ResourceUsage,
  type Usage,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { RESOURCE_QUOTA } from '../objects/kinds';
import { quantityInThousandths } from '../objects/quantity';
import type { ClusterRegistry, StoredWorkspace } from '../types';

/** A page should rather say that the cluster is away than keep people waiting. */
const TIMEOUT_MS = 5_000;

/** Reads quota and use of the namespaces of workspaces, from the cluster as it is now. */
export class UsageReader {
  readonly #clusters: Pick<ClusterRegistry, 'client'>;

  constructor(options: { clusters: Pick<ClusterRegistry, 'client'> }) {
    this.#clusters = options.clusters;
  }

  async read(workspace: StoredWorkspace): Promise<Usage> {
    const names = workspace.namespaces.map(({ name }) => name);
    try {
      const cluster = await this.#clusters.client(workspace.cluster);
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      return {
        namespaces: await Promise.all(
          names.map(name => readNamespace(cluster, name, signal)),
        ),
      };
    } catch (error) {
      if (!(error instanceof ClusterError)) {
        throw error;
      }
      return {
        namespaces: names.map(namespace => ({
          namespace,
          found: false,
          resources: [],
        })),
        problem: {
          reason: error.reason,
          message: error.message,
          hint: HINTS[error.reason],
        },
      };
    }
  }
}

async function readNamespace(
  cluster: ClusterClient,
  namespace: string,
  signal: AbortSignal,
): Promise<NamespaceUsage> {
  const { items } = await cluster.list(RESOURCE_QUOTA, { namespace, signal });
  const tightest = new Map<string, ResourceUsage>();
  for (const usage of items.flatMap(readQuota)) {
    const other = tightest.get(usage.resource);
    if (!other || other.ratio < usage.ratio) {
      tightest.set(usage.resource, usage);
    }
  }
  return {
    namespace,
    found: items.length > 0,
    resources: [...tightest.values()].sort((a, b) =>
      a.resource.localeCompare(b.resource),
    ),
  };
}

function readQuota(quota: KubernetesObject): ResourceUsage[] {
  const hard = texts(quota.spec, 'hard');
  const used = texts(quota.status, 'used');
  return Object.entries(hard).map(([resource, limit]) => ({
    resource,
    used: used[resource] ?? '0',
    hard: limit,
    ratio: ratioOf(used[resource] ?? '0', limit),
  }));
}

function texts(parent: unknown, field: string): Record<string, string> {
  const value =
    typeof parent === 'object' && parent !== null
      ? (parent as Record<string, unknown>)[field]
      : undefined;
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, text]) => [key, String(text)]),
      )
    : {};
}

function ratioOf(used: string, hard: string): number {
  const limit = quantityInThousandths(hard);
  const amount = quantityInThousandths(used);
  return limit && amount !== undefined ? Number(amount) / Number(limit) : 0;
}
