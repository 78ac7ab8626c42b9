import { PassThrough } from 'node:stream';
import type { Watch } from '@kubernetes/client-node';
import {
  resourcePath,
  wellKnownResource,
} from '@team-workspaces/backstage-plugin-workspaces-backend/src/cluster/resources';
import type {
  ListQuery,
  ObjectKind,
  WatchEvent,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** Follows the objects of a kind through the watch of the stock client, which knows whole objects only. */
export async function* stockWatch(
  watch: Watch,
  kind: ObjectKind,
  query: ListQuery & { readonly resourceVersion: string },
): AsyncGenerator<WatchEvent> {
  const resource = wellKnownResource(kind);
  if (!resource) {
    throw new Error(`There is no benchmark with ${kind.kind} objects`);
  }
  const events = new PassThrough({ objectMode: true });
  const request = await watch.watch(
    resourcePath({ apiVersion: kind.apiVersion, resource }),
    {
      allowWatchBookmarks: true,
      resourceVersion: query.resourceVersion,
      labelSelector: query.labelSelector,
    },
    (type: string, object: WatchEvent['object']) =>
      !events.writableEnded && events.write({ type, object }),
    () => events.end(),
  );
  query.signal?.addEventListener('abort', () => {
    request.abort();
    events.end();
  });
  yield* events;
}
