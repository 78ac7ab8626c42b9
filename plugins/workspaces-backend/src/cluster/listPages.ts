import {
  ClusterError,
  type KubernetesObject,
  type ObjectKind,
  type ObjectList,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** Objects asked for at once: what the API server's own clients use. */
export const PAGE_SIZE = 500;

/** One page as the API server answers; items lack what is the same for all of them. */
export interface ListPage {
  readonly metadata?: {
    readonly resourceVersion?: string;
    readonly continue?: string;
  };
  readonly items?: readonly Partial<KubernetesObject>[] | null;
}

/** Reads all pages of a list. Starts once more when the list got too old while it was read. */
export async function listPages(
  kind: ObjectKind,
  readPage: (continueToken: string | undefined) => Promise<ListPage>,
): Promise<ObjectList> {
  try {
    return await readAll(kind, readPage);
  } catch (error) {
    if (error instanceof ClusterError && error.status === 410) {
      return readAll(kind, readPage);
    }
    throw error;
  }
}

async function readAll(
  kind: ObjectKind,
  readPage: (continueToken: string | undefined) => Promise<ListPage>,
): Promise<ObjectList> {
  const items: KubernetesObject[] = [];
  let token: string | undefined;
  for (;;) {
    const page = await readPage(token);
    for (const item of page.items ?? []) {
      items.push(withKind(item, kind));
    }
    token = page.metadata?.continue || undefined;
    if (!token) {
      return {
        items,
        resourceVersion: page.metadata?.resourceVersion ?? '',
      };
    }
  }
}

/** An object of a list or watch, with the kind that was asked for: lists leave it out, metadata has its own. */
export function withKind(
  object: Partial<KubernetesObject>,
  kind: ObjectKind,
): KubernetesObject {
  return {
    ...object,
    metadata: object.metadata ?? { name: '' },
    apiVersion: kind.apiVersion,
    kind: kind.kind,
  };
}
