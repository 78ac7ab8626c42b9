import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Options,
  WorkspacesApi,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { workspacesApiRef } from '../api';

/** Milliseconds for which the choices are not asked for again. */
const FRESH_MS = 10_000;

const cache = new WeakMap<
  WorkspacesApi,
  { readonly at: number; readonly options: Promise<Options> }
>();

/** The choices of the caller, asked for once by all components that need them at about the same time. */
export function readOptions(api: WorkspacesApi): Promise<Options> {
  const cached = cache.get(api);
  if (cached && Date.now() - cached.at < FRESH_MS) {
    return cached.options;
  }
  const options = api.getOptions();
  cache.set(api, { at: Date.now(), options });
  options.catch(() => cache.delete(api));
  return options;
}

/** What the caller can choose from, and who the caller is here. */
export function useOptions() {
  const api = useApi(workspacesApiRef);
  return useAsyncRetry(() => readOptions(api), [api]);
}
