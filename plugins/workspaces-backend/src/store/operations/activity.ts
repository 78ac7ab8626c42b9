import { InputError } from '@backstage/errors';
import type {
  Activity,
  ActivityFilters,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ActivityQuery } from '../../types';
import { containing } from '../containing';
import { toActivity } from '../mapping';
import type { ActivityRow } from '../rows';
import type { StoreDatabase } from '../StoreDatabase';

/** Adds to what happened to a workspace. */
export async function addActivity(
  database: StoreDatabase,
  uid: string,
  activity: Omit<Activity, 'id' | 'at'>,
): Promise<void> {
  const { details } = activity;
  await database.client<ActivityRow>('workspace_activity').insert({
    workspace_uid: uid,
    at: database.now(),
    actor: activity.actor,
    action: activity.action,
    result: activity.result,
    message: activity.message,
    details:
      details === undefined || details === null
        ? null
        : JSON.stringify(details),
  });
}

/** One page of what happened, latest first. */
export async function listActivity(
  database: StoreDatabase,
  uid: string,
  { cursor, limit, actor, action, text }: ActivityQuery,
): Promise<{ items: Activity[]; nextCursor: string | undefined }> {
  const query = database
    .client<ActivityRow>('workspace_activity')
    .where({ workspace_uid: uid })
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) {
    query.andWhere('id', '<', decodeCursor(cursor));
  }
  if (actor !== undefined) {
    query.andWhere({ actor });
  }
  if (action !== undefined) {
    query.andWhere({ action });
  }
  if (text) {
    // Both sides are lowered by the database, because SQLite lowers ASCII only.
    const pattern = containing(text);
    query.andWhere(either =>
      either
        .whereRaw(`lower(message) like lower(cast(? as text)) escape '\\'`, [
          pattern,
        ])
        .orWhereRaw(`lower(actor) like lower(cast(? as text)) escape '\\'`, [
          pattern,
        ]),
    );
  }
  const rows = await query.select();
  const page = rows.slice(0, limit);
  return {
    items: page.map(toActivity),
    nextCursor:
      rows.length > page.length && page.length > 0
        ? encodeCursor(page[page.length - 1].id)
        : undefined,
  };
}

/** By whom and by what activity can be filtered. */
export async function activityFilters(
  database: StoreDatabase,
  uid: string,
): Promise<ActivityFilters> {
  const rows = await database
    .client<ActivityRow>('workspace_activity')
    .where({ workspace_uid: uid })
    .distinct('actor', 'action');
  const sorted = (values: readonly string[]) => [...new Set(values)].sort();
  return {
    actors: sorted(rows.map(({ actor }) => actor)),
    actions: sorted(rows.map(({ action }) => action)),
  };
}

function encodeCursor(id: ActivityRow['id']): string {
  return Buffer.from(`before:${id}`).toString('base64url');
}

function decodeCursor(cursor: string): string {
  const id = /^before:(\d{1,18})$/.exec(
    Buffer.from(cursor, 'base64url').toString('utf8'),
  )?.[1];
  if (!id) {
    throw new InputError('The cursor is not one that a list returned.');
  }
  return id;
}
