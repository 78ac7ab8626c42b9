import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import pLimit from 'p-limit';
import { useCallback, useState } from 'react';
import { toFailure } from '../errors/toFailure';
import { useMessages } from '../hooks/useMessages';

/** Requests at the same time. */
const CONCURRENCY = 4;

/** What came of doing something with one of several workspaces. */
export type BulkOutcome<T> =
  | { readonly kind: 'accepted'; readonly result: T }
  | { readonly kind: 'refused'; readonly message: string };

/** Does something with several workspaces, a few at a time, and gathers what came of each. */
export function useBulk<T>(act: (id: string) => Promise<T>): {
  readonly outcomes: ReadonlyMap<string, BulkOutcome<T>>;
  readonly running: boolean;
  readonly start: (workspaces: readonly Workspace[]) => Promise<void>;
} {
  const t = useMessages();
  const [running, setRunning] = useState(false);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, BulkOutcome<T>>>(
    new Map(),
  );
  const start = useCallback(
    async (workspaces: readonly Workspace[]) => {
      const limit = pLimit(CONCURRENCY);
      const record = (id: string, outcome: BulkOutcome<T>) =>
        setOutcomes(before => new Map(before).set(id, outcome));
      setRunning(true);
      await Promise.all(
        workspaces.map(({ id }) =>
          limit(async () => {
            try {
              record(id, { kind: 'accepted', result: await act(id) });
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
    [act, t],
  );
  return { outcomes, running, start };
}
