import type { ServerResponse } from 'node:http';
import { gone } from '../api/errors';
import { apiVersionOf } from '../api/ResourceType';
import { parseFieldSelector } from '../objects/fieldSelector';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { parseLabelSelector } from '../objects/labelSelector';
import type { ClusterState } from '../operations/ClusterState';
import type { ResourceRequest } from '../operations/ResourceRequest';
import type { StoredEvent } from '../storage/EventHistory';
import { tableName } from '../storage/ObjectStore';
import { serializeAs, type Representation } from './representation';

/** How often an event is sent: a fault may drop it (0) or repeat it (2). */
export type Delivery = (event: StoredEvent) => number;

interface WatchOptions {
  readonly cluster: ClusterState;
  readonly request: ResourceRequest;
  readonly representation: Representation;
  readonly response: ServerResponse;
  /** Milliseconds between bookmarks. */
  readonly bookmarkInterval: number;
  readonly delivery?: Delivery;
}

function selects(request: ResourceRequest) {
  const { type, namespace, name, query } = request;
  const labels = parseLabelSelector(query.get('labelSelector'));
  const fields = parseFieldSelector(query.get('fieldSelector'), type.kind);
  return (object: KubernetesObject | undefined): boolean =>
    object !== undefined &&
    (!namespace || !type.namespaced || object.metadata.namespace === namespace) &&
    (!name || object.metadata.name === name) &&
    labels.matches(object.metadata.labels) &&
    fields.matches(object);
}

/** The type of an event for somebody who sees only the selected objects. */
function visibleType(
  event: StoredEvent,
  matches: (object: KubernetesObject | undefined) => boolean,
): StoredEvent['type'] | undefined {
  const before = matches(event.previous);
  const after = event.type !== 'DELETED' && matches(event.object);
  if (before && after) return 'MODIFIED';
  if (after) return 'ADDED';
  return before ? 'DELETED' : undefined;
}

/** Answers a WATCH: what is there or what was missed, then every change as it happens. */
export function watchStream(options: WatchOptions): void {
  const { cluster, request, representation, response } = options;
  const { type, query } = request;
  const matches = selects(request);
  const { store } = cluster;
  const start = query.get('resourceVersion') ?? '';
  const sendInitial =
    query.get('sendInitialEvents') === 'true' || start === '' || start === '0';
  const missed = sendInitial ? [] : store.history.since(Number(start));
  if (!missed) {
    throw gone(
      `too old resource version: ${start} (${store.history.compacted})`,
    );
  }

  const send = (eventType: string, text: string) =>
    response.write(`{"type":"${eventType}","object":${text}}\n`);
  const sendEvent = (event: StoredEvent) => {
    if (event.table !== tableName(type)) return;
    const visible = visibleType(event, matches);
    if (!visible) return;
    const object = { ...event.object };
    for (let n = options.delivery?.(event) ?? 1; n > 0; n -= 1) {
      send(visible, serializeAs(representation, type, object));
    }
  };
  const sendBookmark = (annotations?: { [key: string]: string }) =>
    send(
      'BOOKMARK',
      JSON.stringify({
        kind: representation === 'metadata' ? 'PartialObjectMetadata' : type.kind,
        apiVersion:
          representation === 'metadata' ? 'meta.k8s.io/v1' : apiVersionOf(type),
        metadata: {
          resourceVersion: String(store.resourceVersion),
          ...(annotations && { annotations }),
        },
      }),
    );

  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.flushHeaders();
  if (sendInitial) {
    for (const object of store.list(type)) {
      if (matches(object)) {
        send('ADDED', serializeAs(representation, type, object));
      }
    }
    if (query.get('sendInitialEvents') === 'true') {
      sendBookmark({ 'k8s.io/initial-events-end': 'true' });
    }
  }
  for (const event of missed) sendEvent(event);

  const unsubscribe = store.subscribe(sendEvent);
  const bookmarks =
    query.get('allowWatchBookmarks') === 'true'
      ? setInterval(sendBookmark, options.bookmarkInterval)
      : undefined;
  const seconds = Number(query.get('timeoutSeconds') ?? 0);
  const timeout = seconds
    ? setTimeout(() => response.end(), seconds * 1000)
    : undefined;
  response.on('close', () => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(timeout);
  });
}
