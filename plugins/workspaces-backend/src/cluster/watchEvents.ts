import type { Readable } from 'node:stream';
import type {
  KubernetesObject,
  ObjectKind,
  WatchEvent,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { RequestDescription } from './describeRequest';
import { toResponseError } from './errors';
import { withKind } from './listPages';
import { toNetworkError } from './networkErrors';
import { readLines } from './readLines';

/** Most events are those of our own writes, which come in bursts and would slow down the writes that follow. */
const GATHER_MS = 50;

interface RawEvent {
  readonly type: WatchEvent['type'] | 'ERROR';
  readonly object: Partial<KubernetesObject> & { readonly code?: number };
}

/** What {@link watchEvents} reads. */
export interface WatchEventsOptions {
  readonly kind: ObjectKind;
  readonly about: RequestDescription;
  readonly signal?: AbortSignal;
  /** Opens the watch. */
  readonly open: () => Promise<Readable>;
}

/** Events of a watch until the cluster closes it or the signal aborts. Throws a ClusterError when it breaks. */
export async function* watchEvents(
  options: WatchEventsOptions,
): AsyncGenerator<WatchEvent> {
  const { kind, about, signal } = options;
  if (signal?.aborted) {
    return;
  }
  try {
    for await (const line of readLines(await options.open(), GATHER_MS)) {
      const { type, object } = JSON.parse(line) as RawEvent;
      if (type === 'ERROR') {
        throw toResponseError(about, {
          status: object.code ?? 500,
          body: JSON.stringify(object),
        });
      }
      yield { type, object: withKind(object, kind) };
    }
  } catch (error) {
    if (signal?.aborted) {
      return;
    }
    throw toNetworkError(about, error);
  }
}
