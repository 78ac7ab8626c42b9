import type {
  Usage,
  WorkspacesApi,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import pLimit from 'p-limit';

/** Requests for usage at the same time: each of them asks the cluster. */
const CONCURRENCY = 3;

/** Milliseconds for which a usage is not asked for again. */
const FRESH_MS = 60_000;

const limit = pLimit(CONCURRENCY);

const caches = new WeakMap<
  WorkspacesApi,
  Map<string, { readonly at: number; readonly usage: Promise<Usage> }>
>();

/** The usage of a workspace for a row of a list, a little old and few at a time, so that a list stays cheap. */
export function readRowUsage(api: WorkspacesApi, id: string): Promise<Usage> {
  const cache = caches.get(api) ?? new Map();
  caches.set(api, cache);
  const cached = cache.get(id);
  if (cached && Date.now() - cached.at < FRESH_MS) {
    return cached.usage;
  }
  const usage = limit(() => api.getUsage(id));
  cache.set(id, { at: Date.now(), usage });
  usage.catch(() => cache.delete(id));
  return usage;
}
