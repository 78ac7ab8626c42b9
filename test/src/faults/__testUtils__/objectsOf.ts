import { WORKSPACE_LABEL } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { KubernetesObject as ReadObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import type {
  DevCluster,
  KubernetesObject,
} from '@team-workspaces/dev-cluster';

/** Kinds that Kubernetes makes by itself in every namespace. */
const OF_KUBERNETES = new Set(['ConfigMap', 'Event']);

/** Whether Kubernetes makes an object by itself in every namespace. */
export function isOfKubernetes({
  kind,
  metadata,
}: KubernetesObject | ReadObject): boolean {
  return (
    OF_KUBERNETES.has(kind) ||
    (kind === 'ServiceAccount' && metadata.name === 'default')
  );
}

/** Everything in the namespaces of a workspace, and everything that is labelled for it. */
export function objectsOf(cluster: DevCluster, id: string): KubernetesObject[] {
  return cluster.objects().filter(object => {
    if (isOfKubernetes(object)) {
      return false;
    }
    const { kind, metadata } = object;
    const place = kind === 'Namespace' ? metadata.name : metadata.namespace;
    return (
      place?.startsWith(`${id}-`) || metadata.labels?.[WORKSPACE_LABEL] === id
    );
  });
}

/** {@link toComparable} of the objects of a workspace. */
export function comparableObjects(cluster: DevCluster, id: string): string[] {
  return toComparable(objectsOf(cluster, id), id);
}

/**
 * The objects of a workspace in a form in which those of two workspaces can be compared: the id is replaced, and
 * what differs with each creation is left out.
 */
export function toComparable(
  objects: readonly (KubernetesObject | ReadObject)[],
  id: string,
): string[] {
  return objects
    .map(object => {
      const { status, ...rest } = object;
      const { labels, annotations, name, namespace } = object.metadata;
      const kept = Object.entries(annotations ?? {}).filter(
        ([key]) => !key.endsWith('/creation-token'),
      );
      return JSON.stringify(
        {
          ...rest,
          metadata: {
            name,
            namespace,
            labels,
            annotations: Object.fromEntries(kept),
          },
        },
        sortKeys,
      ).replaceAll(id, 'the-id');
    })
    .sort();
}

function sortKeys(_: string, value: unknown): unknown {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)),
      )
    : value;
}
