import type { JsonObject } from '@backstage/types';
import type { ServerResponse } from 'node:http';
import { badRequest, gone } from '../api/errors';
import { apiVersionOf } from '../api/ResourceType';
import type { ClusterState } from '../operations/ClusterState';
import type { ResourceRequest } from '../operations/ResourceRequest';
import type { StoredEvent } from '../storage/EventHistory';
import { serializeAs, type Representation } from './representation';
import { watchSelection } from './watchSelection';

/** How often an event is sent: a fault may drop it (0) or repeat it (2). */
export type Delivery = (event: StoredEvent) => number;

interface WatchOptions {
  readonly cluster: ClusterState;
  readonly request: ResourceRequest;
  readonly representation: Representation;
  readonly response: ServerResponse;
  /** Milliseconds between bookmarks. */
  readonly bookmarkInterval: number;
  readonly delivery: Delivery;
}

/** An object without content that says how far the watch has come. */
function bookmark(options: WatchOptions, initialEnd: boolean): JsonObject {
  const { type } = options.request;
  const partial = options.representation === 'metadata';
  return {
    kind: partial ? 'PartialObjectMetadata' : type.kind,
    apiVersion: partial ? 'meta.k8s.io/v1' : apiVersionOf(type),
    metadata: {
      resourceVersion: String(options.cluster.store.resourceVersion),
      ...(initialEnd && {
        annotations: { 'k8s.io/initial-events-end': 'true' },
      }),
    },
  };
}

/** Answers a WATCH: what is there or what was missed, then every change as it happens. */
export function watchStream(options: WatchOptions): void {
  const { cluster, request, representation, response, delivery } = options;
  const { type, query } = request;
  const { store } = cluster;
  const selection = watchSelection(request);
  const start = query.get('resourceVersion') ?? '';
  if (!/^\d*$/.test(start)) {
    throw badRequest(`invalid resource version: ${JSON.stringify(start)}`);
  }
  const wantsBookmarks = query.get('allowWatchBookmarks') === 'true';
  const sendsInitial =
    query.get('sendInitialEvents') === 'true' || start === '' || start === '0';

  const send = (eventType: string, text: string) =>
    response.write(`{"type":"${eventType}","object":${text}}\n`);
  const sendEvent = (event: StoredEvent) => {
    const visible = selection.visibleType(event);
    if (!visible) return;
    const text = serializeAs(representation, type, event.object);
    for (let n = delivery(event); n > 0; n -= 1) send(visible, text);
  };
  const sendBookmark = (initialEnd = false) =>
    send('BOOKMARK', JSON.stringify(bookmark(options, initialEnd)));

  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.flushHeaders();
  if (sendsInitial) {
    const { namespace } = request;
    const wanted = type.namespaced && namespace ? { namespace } : {};
    for (const object of store.list(type, wanted).filter(selection.matches)) {
      send('ADDED', serializeAs(representation, type, object));
    }
    if (wantsBookmarks) sendBookmark(true);
  } else {
    const missed = store.history.since(Number(start));
    if (!missed) {
      const { compacted } = store.history;
      const error = gone(`too old resource version: ${start} (${compacted})`);
      send('ERROR', JSON.stringify(error.toStatus()));
      response.end();
      return;
    }
    for (const event of missed) sendEvent(event);
  }

  const unsubscribe = store.subscribe(sendEvent);
  const bookmarks = wantsBookmarks
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
