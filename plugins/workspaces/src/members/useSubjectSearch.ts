import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';

/** Milliseconds without typing until the catalog is asked. */
const DELAY_MS = 250;

/** Matches that are offered at a time. */
const LIMIT = 20;

/** A User or Group to choose. */
export interface Subject {
  /** Entity ref. */
  readonly ref: string;
  readonly title: string;
  readonly kind: 'user' | 'group';
  readonly description?: string;
}

/** Kinds that can be chosen. */
export type SubjectKind = Subject['kind'];

interface Found {
  /** What was searched for. */
  readonly term: string;
  readonly subjects: Subject[];
}

function profileName(entity: Entity): string | undefined {
  const { profile } = entity.spec ?? {};
  const name =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return typeof name === 'string' ? name : undefined;
}

function toSubject(entity: Entity): Subject {
  return {
    ref: stringifyEntityRef(entity),
    title: profileName(entity) ?? entity.metadata.title ?? entity.metadata.name,
    kind: entity.kind.toLocaleLowerCase('en-US') === 'user' ? 'user' : 'group',
    description: entity.metadata.description,
  };
}

/** Users and Groups of the catalog whose name holds the text, once typing pauses. */
export function useSubjectSearch(options: {
  readonly text: string;
  readonly kinds: readonly SubjectKind[];
}) {
  const { text, kinds } = options;
  const catalog = useApi(catalogApiRef);
  const [term, setTerm] = useState(text);
  useDebounce(() => setTerm(text.trim()), DELAY_MS, [text]);
  const search = useAsync(async (): Promise<Found> => {
    const { items } = await catalog.queryEntities({
      filter: { kind: [...kinds] },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'metadata.description',
        'spec.type',
        'spec.profile',
      ],
      orderFields: [{ field: 'metadata.name', order: 'asc' }],
      limit: LIMIT,
      ...(term && {
        fullTextFilter: {
          term,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
            'spec.profile.email',
          ],
        },
      }),
    });
    // Groups of that type are made from the members of workspaces.
    const subjects = items
      .filter(({ spec }) => spec?.type !== 'workspace')
      .map(toSubject);
    return { term, subjects };
  }, [catalog, term, kinds]);
  // What was found for another text must not be chosen by a hasty hand.
  const found = search.value?.term === text.trim() ? search.value : undefined;
  return {
    found: found?.subjects ?? [],
    searching: !found && !search.error,
    error: search.error,
  };
}
