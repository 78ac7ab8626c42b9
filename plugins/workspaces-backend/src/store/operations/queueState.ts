import type { DatabaseTime, WorkspaceRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';

/** How many workspaces are in which state of the queue. */
export interface QueueState {
  readonly due: number;
  readonly working: number;
  readonly waiting: number;
  /** Only a retry or a change moves them on; those that are as they should be do not count. */
  readonly stopped: number;
}

/** Counts the queue in one statement. */
export async function queueState(database: StoreDatabase): Promise<QueueState> {
  const now = database.queueNow();
  const { client } = database;
  const counted = client.raw(
    `sum(case when lease_until > ? then 1 else 0 end) as working, ` +
      `sum(case when next_attempt_at <= ? and (lease_until is null or lease_until <= ?) then 1 else 0 end) as due, ` +
      `sum(case when next_attempt_at > ? and (lease_until is null or lease_until <= ?) then 1 else 0 end) as waiting, ` +
      `sum(case when next_attempt_at is null and (lease_until is null or lease_until <= ?) and phase <> 'active' then 1 else 0 end) as stopped`,
    [now, now, now, now, now, now],
  );
  const row = await client('workspaces')
    .where({ is_default: false })
    .select(counted)
    .first();
  return {
    due: Number(row.due),
    working: Number(row.working),
    waiting: Number(row.waiting),
    stopped: Number(row.stopped),
  };
}

/** When the next workspace can be claimed: at its due time, or when the lease of whoever has it expires. */
export async function nextDueAt(
  database: StoreDatabase,
): Promise<Date | undefined> {
  const { client } = database;
  const free = client<WorkspaceRow>('workspaces')
    .whereNull('lease_until')
    .min({ at: 'next_attempt_at' });
  const leased = client<WorkspaceRow>('workspaces')
    .whereNotNull('next_attempt_at')
    .min({ at: 'lease_until' });
  const rows: { at: DatabaseTime | null }[] = await client.unionAll([
    free,
    leased,
  ]);
  const times = rows.flatMap(({ at }) =>
    at === null ? [] : [new Date(at).getTime()],
  );
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}
