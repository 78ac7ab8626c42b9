import type {
  Condition,
  Phase,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Knex } from 'knex';
import type { Lease, PassResult } from '../../types';
import { fromConditions } from '../mapping';
import type { WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';
import { underLease } from './leases';

/** Stores conditions in the middle of a pass. False: lease lost. */
export async function saveProgress(
  database: StoreDatabase,
  lease: Lease,
  conditions: readonly Condition[],
  phase: Phase,
): Promise<boolean> {
  const saved = await underLease(database, lease).update({
    ...unlessRestarted(database, { ...fromConditions(conditions), phase }),
    version: database.client.raw('version + 1'),
  });
  return saved > 0;
}

/** Stores the end of a pass and gives the workspace back. False: lease lost. */
export async function finishPass(
  database: StoreDatabase,
  lease: Lease,
  result: PassResult,
): Promise<boolean> {
  const { client } = database;
  const finished = await underLease(database, lease).update({
    ...unlessRestarted(database, {
      ...fromConditions(result.conditions),
      phase: result.phase,
      attempts: result.attempts,
    }),
    ...(result.observedGeneration !== undefined && {
      observed_generation: result.observedGeneration,
    }),
    next_attempt_at: client.raw(
      'case when due_mark > lease_mark then next_attempt_at else ? end',
      [
        result.nextAttemptAt
          ? nextAttempt(database, result.nextAttemptAt)
          : null,
      ],
    ),
    last_pass_at: database.now(),
    lease_token: null,
    lease_until: null,
    lease_mark: null,
    version: client.raw('version + 1'),
  });
  return finished > 0;
}

/** What a pass found out does not count for a workspace that was retried, changed or marked for deletion meanwhile. */
function unlessRestarted(
  database: StoreDatabase,
  columns: Partial<
    Pick<WorkspaceRow, 'conditions' | 'reasons' | 'phase' | 'attempts'>
  >,
): Record<string, Knex.Raw> {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column,
      database.client.raw(
        'case when reset_mark > lease_mark then ?? else ? end',
        [column, value],
      ),
    ]),
  );
}

/** The delay that the reconciler meant, by the clock of the queue. */
function nextAttempt(database: StoreDatabase, at: Date): Knex.Raw | Date {
  return database.queueTimeIn(at.getTime() - database.now().getTime());
}
