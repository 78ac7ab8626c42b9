import { builtIn } from '../api/ResourceRegistry';
import {
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { timestamp, type ClusterState } from '../operations/ClusterState';
import { deleteObject } from '../operations/deleteObject';
import type { StoredEvent } from '../storage/EventHistory';
import { tableName } from '../storage/ObjectStore';
import type { Controller } from './Controller';
import { writeStatus } from './writeStatus';

const definitions = builtIn(
  'apiextensions.k8s.io',
  'customresourcedefinitions',
);

/** Serves the kinds that definitions describe, and removes their objects with the definition. */
export class CustomResourceController implements Controller {
  readonly #cluster: ClusterState;

  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  handle({ table, type, object }: StoredEvent): void {
    if (table !== tableName(definitions)) return;
    if (type === 'DELETED') this.#remove(object);
    else this.#establish(object);
  }

  #establish(definition: KubernetesObject): void {
    this.#cluster.resources.define(definition);
    const status = objectField(definition, 'status');
    const accepted = objectField(status, 'acceptedNames');
    if (accepted.kind) return;
    const lastTransitionTime = timestamp();
    writeStatus({
      cluster: this.#cluster,
      type: definitions,
      object: definition,
      status: {
        ...status,
        acceptedNames: objectField(definition.spec, 'names'),
        conditions: [
          {
            type: 'NamesAccepted',
            status: 'True',
            lastTransitionTime,
            reason: 'NoConflicts',
            message: 'no conflicts found',
          },
          {
            type: 'Established',
            status: 'True',
            lastTransitionTime,
            reason: 'InitialNamesAccepted',
            message: 'the initial names have been accepted',
          },
        ],
      },
    });
  }

  #remove(definition: KubernetesObject): void {
    const { store, resources } = this.#cluster;
    const { group } = objectField(definition, 'spec');
    const { plural } = objectField(objectField(definition, 'spec'), 'names');
    const type = resources.findAnyVersion(String(group), String(plural));
    if (!type) return;
    for (const object of store.list(type)) {
      deleteObject({ cluster: this.#cluster, type, object });
    }
    resources.remove(definition);
  }
}
