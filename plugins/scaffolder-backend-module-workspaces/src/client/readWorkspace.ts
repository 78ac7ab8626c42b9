import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { InitiatorApi } from './InitiatorApi';
import { isNotFound } from './readableError';

/** Which workspace an earlier run of the action worked on: an id can be given anew after a deletion. */
export type KnownWorkspace = {
  readonly id: string;
  readonly createdAt: string;
};

/** What to keep in a checkpoint to recognise a workspace. */
export function toKnownWorkspace({ id, createdAt }: Workspace): KnownWorkspace {
  return { id, createdAt };
}

/** The workspace of an earlier run as it is now; undefined when it is gone, even if its id was given anew. */
export async function readKnownWorkspace(
  api: InitiatorApi,
  known: KnownWorkspace,
): Promise<Workspace | undefined> {
  try {
    const workspace = await api.call((client, options) =>
      client.getWorkspace(known.id, options),
    );
    return workspace.createdAt === known.createdAt ? workspace : undefined;
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}
