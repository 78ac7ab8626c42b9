import type { Knex } from 'knex';
import { computePhase, restartConditions } from '../../reconciler/phase';
import type { StoredWorkspace } from '../../types';
import { fromConditions, toStoredWorkspace } from '../mapping';
import type { WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';

/** What one change does to a workspace. */
export interface WorkspaceChange {
  /** Fields to set; undefined refuses the change. */
  readonly set:
    | Partial<Omit<WorkspaceRow, 'due_mark' | 'reset_mark' | 'version'>>
    | undefined;
  /** A fresh start: due now, and nothing of earlier attempts counts. */
  readonly restart: boolean;
}

/**
 * Reads a workspace under a lock and changes it, with the phase that follows. Returns whether it was changed:
 * it is not when it is gone, or when `decide` refuses.
 */
export async function changeWorkspace(
  database: StoreDatabase,
  uid: string,
  decide: (
    workspace: StoredWorkspace,
    transaction: Knex.Transaction,
  ) => WorkspaceChange | Promise<WorkspaceChange>,
): Promise<boolean> {
  return database.client.transaction(async transaction => {
    const select = transaction<WorkspaceRow>('workspaces').where({ uid });
    const row = await (database.isPostgres
      ? select.forUpdate().first()
      : select.first());
    if (!row) {
      return false;
    }
    const { set, restart } = await decide(
      toStoredWorkspace(row, [], []),
      transaction,
    );
    if (!set) {
      return false;
    }
    const mark = Number(row.due_mark) + 1;
    await transaction<WorkspaceRow>('workspaces')
      .where({ uid })
      .update({
        ...set,
        version: Number(row.version) + 1,
        ...(restart && {
          ...startAgain(database, { ...row, ...set }),
          next_attempt_at: database.queueNow(),
          due_mark: mark,
          reset_mark: mark,
        }),
      });
    return true;
  });
}

/** Forgets failures of before, with the phase that follows from that. */
function startAgain(
  database: StoreDatabase,
  row: WorkspaceRow,
): Partial<WorkspaceRow> {
  const conditions = restartConditions(
    JSON.parse(row.conditions),
    database.now(),
  );
  return {
    ...fromConditions(conditions),
    attempts: 0,
    phase: computePhase({
      conditions,
      generation: row.generation,
      observedGeneration: row.observed_generation,
      deletionRequested: row.deletion_requested_at !== null,
      isDefault: Boolean(row.is_default),
      attempts: 0,
      attemptsBeforeError: Infinity,
    }),
  };
}
