import { parseFieldSelector } from '../objects/fieldSelector';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { parseLabelSelector } from '../objects/labelSelector';
import type { ResourceRequest } from '../operations/ResourceRequest';
import type { StoredEvent } from '../storage/EventHistory';
import { tableName } from '../storage/ObjectStore';

/** What somebody who watches gets to see. */
export interface WatchSelection {
  matches(object: KubernetesObject | undefined): boolean;
  /**
   * The type of a change for somebody who sees only the selected objects: an object that comes into
   * the selection is added, one that leaves it is deleted. Nothing for other changes.
   */
  visibleType(event: StoredEvent): StoredEvent['type'] | undefined;
}

/** Reads the selection out of a request. */
export function watchSelection(request: ResourceRequest): WatchSelection {
  const { type, namespace, name, query } = request;
  const labels = parseLabelSelector(query.get('labelSelector'));
  const fields = parseFieldSelector(query.get('fieldSelector'), type.kind);
  const table = tableName(type);
  const wantedNamespace = type.namespaced ? namespace : '';

  const matches = (object: KubernetesObject | undefined) =>
    object !== undefined &&
    (!wantedNamespace || object.metadata.namespace === wantedNamespace) &&
    (!name || object.metadata.name === name) &&
    labels.matches(object.metadata.labels) &&
    fields.matches(object);

  return {
    matches,
    visibleType: event => {
      if (event.table !== table) return undefined;
      const before = matches(event.previous);
      const after = event.type !== 'DELETED' && matches(event.object);
      if (before && after) return 'MODIFIED';
      if (after) return 'ADDED';
      return before ? 'DELETED' : undefined;
    },
  };
}
