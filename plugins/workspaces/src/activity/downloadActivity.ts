import type {
  Activity,
  WorkspacesApi,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** Entries asked for at once. */
const PAGE_SIZE = 200;

/** Most pages that are read: a download is for people and their scripts, not an archive. */
const MAX_PAGES = 50;

/** Every entry of the activity of a workspace, newest first, up to 10,000. */
export async function readAllActivity(
  api: WorkspacesApi,
  id: string,
): Promise<Activity[]> {
  const entries: Activity[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { items, nextCursor } = await api.listActivity(id, {
      cursor,
      limit: PAGE_SIZE,
    });
    entries.push(...items);
    if (!nextCursor) {
      break;
    }
    cursor = nextCursor;
  }
  return entries;
}

/** Hands a value to the browser as a JSON file. */
export function saveJson(name: string, value: unknown): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(value, undefined, 2)], {
      type: 'application/json',
    }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
