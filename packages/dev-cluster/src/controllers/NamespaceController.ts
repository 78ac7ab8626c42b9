import type { JsonObject } from '@backstage/types';
import { builtIn } from '../api/ResourceRegistry';
import { qualifiedName, type ResourceType } from '../api/ResourceType';
import {
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { timestamp, type ClusterState } from '../operations/ClusterState';
import { deleteObject } from '../operations/deleteObject';
import { updateObject } from '../operations/updateObject';
import type { StoredEvent } from '../storage/EventHistory';
import { tableName } from '../storage/ObjectStore';
import type { Controller } from './Controller';

const namespaces = builtIn('', 'namespaces');

type Remaining = { type: ResourceType; objects: KubernetesObject[] };

function condition(
  type: string,
  found: string | undefined,
  reasons: readonly [whenTrue: string, whenFalse: string],
  absent: string,
): JsonObject {
  return {
    type,
    status: found ? 'True' : 'False',
    lastTransitionTime: timestamp(),
    reason: found ? reasons[0] : reasons[1],
    message: found ?? absent,
  };
}

function conditionsFor(remaining: readonly Remaining[]): JsonObject[] {
  const resources = remaining
    .map(({ type, objects }) => {
      const name = qualifiedName(type);
      return `${name.includes('.') ? name : `${name}.`} has ${
        objects.length
      } resource instances`;
    })
    .sort();
  const counts = new Map<string, number>();
  for (const { metadata } of remaining.flatMap(({ objects }) => objects)) {
    for (const finalizer of metadata.finalizers ?? []) {
      counts.set(finalizer, (counts.get(finalizer) ?? 0) + 1);
    }
  }
  const finalizers = [...counts]
    .map(([name, count]) => `${name} in ${count} resource instances`)
    .sort();
  return [
    condition(
      'NamespaceDeletionDiscoveryFailure',
      undefined,
      ['DiscoveryFailed', 'ResourcesDiscovered'],
      'All resources successfully discovered',
    ),
    condition(
      'NamespaceDeletionGroupVersionParsingFailure',
      undefined,
      ['GroupVersionParsingFailed', 'ParsedGroupVersions'],
      'All legacy kube types successfully parsed',
    ),
    condition(
      'NamespaceDeletionContentFailure',
      undefined,
      ['ContentDeletionFailed', 'ContentDeleted'],
      'All content successfully deleted, may be waiting on finalization',
    ),
    condition(
      'NamespaceContentRemaining',
      resources.length
        ? `Some resources are remaining: ${resources.join(', ')}`
        : undefined,
      ['SomeResourcesRemain', 'ContentRemoved'],
      'All content successfully removed',
    ),
    condition(
      'NamespaceFinalizersRemaining',
      finalizers.length
        ? `Some content in the namespace has finalizers remaining: ${finalizers.join(
            ', ',
          )}`
        : undefined,
      ['SomeFinalizersRemain', 'ContentHasNoFinalizers'],
      'All content-preserving finalizers finished',
    ),
  ];
}

/** Empties deleted namespaces and lets them go once nothing is left in them. */
export class NamespaceController implements Controller {
  readonly #cluster: ClusterState;

  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  handle({ table, object, type }: StoredEvent): void {
    const name =
      table === tableName(namespaces)
        ? object.metadata.name
        : type === 'DELETED' && object.metadata.namespace;
    const namespace = name && this.#cluster.store.get(namespaces, '', name);
    if (namespace && namespace.metadata.deletionTimestamp) {
      this.#finish(namespace);
    }
  }

  #finish(namespace: KubernetesObject): void {
    const remaining = this.#emptied(namespace.metadata.name);
    const live = this.#cluster.store.get(
      namespaces,
      '',
      namespace.metadata.name,
    );
    if (!live) return;
    const writer = {
      manager: 'kube-controller-manager',
      operation: 'Update',
      apiVersion: 'v1',
    } as const;
    if (remaining.length === 0) {
      updateObject({
        cluster: this.#cluster,
        type: namespaces,
        live,
        object: { ...live, spec: {} },
        writer: { ...writer, subresource: 'finalize' },
        subresource: 'finalize',
      });
      return;
    }
    updateObject({
      cluster: this.#cluster,
      type: namespaces,
      live,
      object: {
        ...live,
        status: {
          ...objectField(live, 'status'),
          conditions: conditionsFor(remaining),
        },
      },
      writer: { ...writer, subresource: 'status' },
      subresource: 'status',
    });
  }

  #emptied(namespace: string): Remaining[] {
    const { store, resources } = this.#cluster;
    const types = resources.all().filter(type => type.namespaced);
    return types.flatMap(type => {
      for (const object of store.list(type, { namespace })) {
        deleteObject({ cluster: this.#cluster, type, object });
      }
      const objects = store.list(type, { namespace });
      return objects.length ? [{ type, objects }] : [];
    });
  }
}
