import { InputError } from '@backstage/errors';
import type { Activity } from '@team-workspaces/backstage-plugin-workspaces-common';
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
  options: { cursor?: string; limit: number },
): Promise<{ items: Activity[]; nextCursor: string | undefined }> {
  const query = database
    .client<ActivityRow>('workspace_activity')
    .where({ workspace_uid: uid })
    .orderBy('id', 'desc')
    .limit(options.limit + 1);
  if (options.cursor !== undefined) {
    query.andWhere('id', '<', decodeCursor(options.cursor));
  }
  const rows = await query.select();
  const page = rows.slice(0, options.limit);
  return {
    items: page.map(toActivity),
    nextCursor:
      rows.length > page.length && page.length > 0
        ? encodeCursor(page[page.length - 1].id)
        : undefined,
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
