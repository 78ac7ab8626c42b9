import { useApi } from '@backstage/frontend-plugin-api';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import pLimit from 'p-limit';
import { useCallback, useState } from 'react';
import { workspacesApiRef } from '../api';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';

/** Requests at the same time. */
const CONCURRENCY = 4;

/** What came of retrying one of several workspaces. */
export type RetryOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly message: string };

/** Retries several workspaces, a few at a time, and gathers what came of each. */
export function useBulkRetry(): {
  readonly outcomes: ReadonlyMap<string, RetryOutcome>;
  readonly running: boolean;
  readonly start: (workspaces: readonly Workspace[]) => Promise<void>;
} {
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const [running, setRunning] = useState(false);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, RetryOutcome>>(
    new Map(),
  );
  const start = useCallback(
    async (workspaces: readonly Workspace[]) => {
      const limit = pLimit(CONCURRENCY);
      const record = (id: string, outcome: RetryOutcome) =>
        setOutcomes(before => new Map(before).set(id, outcome));
      setRunning(true);
      await Promise.all(
        workspaces.map(({ id }) =>
          limit(async () => {
            try {
              await api.retryWorkspace(id);
              record(id, { kind: 'accepted' });
            } catch (error) {
              record(id, {
                kind: 'refused',
                message: toFailure(error).message ?? t('common.unknownError'),
              });
            }
          }),
        ),
      );
      setRunning(false);
    },
    [api, t],
  );
  return { outcomes, running, start };
}
