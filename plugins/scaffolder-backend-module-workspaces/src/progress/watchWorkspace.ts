import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { WorkspaceEvent } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { InitiatorApi } from '../client/InitiatorApi';
import { isNotFound, isTransient } from '../client/readableError';

/** How long to wait before a lost connection is made again, in milliseconds. */
const RECONNECT_MS = 2_000;

/** After this long without an event the workspace is read, in case something between buffers the stream. */
const SILENCE_MS = 15_000;

/** What to watch, and how patiently. */
export interface WatchOptions {
  readonly api: InitiatorApi;
  readonly id: string;
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
  readonly reconnectMs?: number;
  readonly silenceMs?: number;
}

/**
 * Yields the workspace now and after each change, for as long as the signal lets it. It follows the event stream,
 * and reads the workspace by itself whenever the stream is silent, ends, or cannot be had. Ends after `gone`.
 */
export async function* watchWorkspace(
  options: WatchOptions,
): AsyncGenerator<WorkspaceEvent> {
  const { logger, signal } = options;
  let complained = false;
  for (;;) {
    try {
      for await (const event of eventsWithPolling(options)) {
        complained = false;
        yield event;
        if (event.type === 'gone') {
          return;
        }
      }
    } catch (error) {
      signal.throwIfAborted();
      if (isNotFound(error)) {
        yield { type: 'gone' };
        return;
      }
      if (!isTransient(error)) {
        throw error;
      }
      if (!complained) {
        logger.warn(
          `The portal did not answer about team workspace ${options.id}; trying again until the time is up.`,
        );
        complained = true;
      }
    }
    await delay(options.reconnectMs ?? RECONNECT_MS, undefined, { signal });
  }
}

/** One connection to the event stream, with a read whenever the stream is silent and when it cannot be had. */
async function* eventsWithPolling(
  options: WatchOptions,
): AsyncGenerator<WorkspaceEvent> {
  const { api, id, signal } = options;
  const connection = new AbortController();
  const events = api.follow(id, AbortSignal.any([signal, connection.signal]));
  let next = settle(events.next());
  try {
    for (;;) {
      const winner = await firstOf(
        next,
        options.silenceMs ?? SILENCE_MS,
        signal,
      );
      if (winner === 'silence') {
        yield await read(options);
        continue;
      }
      if ('error' in winner) {
        signal.throwIfAborted();
        // The stream failing says little about the workspace: a read tells it apart from a portal that is down.
        yield await read(options);
        return;
      }
      if (winner.result.done) {
        return;
      }
      yield winner.result.value;
      next = settle(events.next());
    }
  } finally {
    connection.abort();
  }
}

async function read(options: WatchOptions): Promise<WorkspaceEvent> {
  options.signal.throwIfAborted();
  const workspace = await options.api.call((api, token) =>
    api.getWorkspace(options.id, token),
  );
  return { type: 'workspace', workspace };
}

type Settled =
  | { readonly result: IteratorResult<WorkspaceEvent> }
  | { readonly error: unknown };

/** A promise that never rejects, so that it may be left behind. */
async function settle(
  pending: Promise<IteratorResult<WorkspaceEvent>>,
): Promise<Settled> {
  try {
    return { result: await pending };
  } catch (error) {
    return { error };
  }
}

async function firstOf(
  next: Promise<Settled>,
  silenceMs: number,
  signal: AbortSignal,
): Promise<Settled | 'silence'> {
  const timer = new AbortController();
  try {
    return await Promise.race([
      next,
      delay(silenceMs, 'silence' as const, {
        signal: AbortSignal.any([signal, timer.signal]),
      }),
    ]);
  } finally {
    timer.abort();
  }
}
