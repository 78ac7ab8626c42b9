import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  getCompoundEntityRef,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { RequestError } from '../service/RequestError';

/** How long an answer of the catalog counts, in milliseconds. */
const TIME_TO_LIVE_MS = 10_000;

/** References in one request to the catalog. */
const PAGE_SIZE = 200;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile',
  'relations',
];

/** A User or Group of the catalog. Entity refs are lower case. */
export interface DirectoryEntry {
  readonly ref: string;
  readonly title: string;
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly members: readonly string[];
}

/** Users and Groups as the catalog has them, kept for a few seconds. */
export class GroupDirectory {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #known = new Map<
    string,
    { readonly readAt: number; readonly entry: DirectoryEntry | undefined }
  >();

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** Entries by ref; those that the catalog does not know are left out. Throws `CatalogUnavailable`. */
  async find(refs: Iterable<string>): Promise<Map<string, DirectoryEntry>> {
    const wanted = [...new Set(refs)];
    const oldest = this.#now() - TIME_TO_LIVE_MS;
    const unknown = wanted.filter(
      ref => (this.#known.get(ref)?.readAt ?? -Infinity) <= oldest,
    );
    for (let start = 0; start < unknown.length; start += PAGE_SIZE) {
      await this.#read(unknown.slice(start, start + PAGE_SIZE));
    }
    const found = new Map<string, DirectoryEntry>();
    for (const ref of wanted) {
      const entry = this.#known.get(ref)?.entry;
      if (entry) {
        found.set(ref, entry);
      }
    }
    return found;
  }

  /** Refs of all Groups above some Groups, without these. */
  async ancestorsOf(refs: Iterable<string>): Promise<string[]> {
    return this.#walk(refs, entry => entry.parents);
  }

  /** Refs of all Groups below some Groups, without these. */
  async descendantsOf(refs: Iterable<string>): Promise<string[]> {
    return this.#walk(refs, entry => entry.children);
  }

  /** Has the catalog asked again. */
  refresh(): void {
    this.#known.clear();
  }

  async #walk(
    start: Iterable<string>,
    next: (entry: DirectoryEntry) => readonly string[],
  ): Promise<string[]> {
    const seen = new Set(start);
    const reached: string[] = [];
    for (let level = [...seen]; level.length > 0; ) {
      const entries = await this.find(level);
      level = [...new Set([...entries.values()].flatMap(next))].filter(
        ref => !seen.has(ref),
      );
      for (const ref of level) {
        seen.add(ref);
        reached.push(ref);
      }
    }
    return reached;
  }

  async #read(refs: string[]): Promise<void> {
    const readAt = this.#now();
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog
      .getEntitiesByRefs({ entityRefs: refs, fields: FIELDS }, { credentials })
      .catch(cause => {
        this.#logger.warn(
          `The catalog did not answer: ${stringifyError(cause)}`,
        );
        throw new RequestError(
          'CatalogUnavailable',
          'The catalog did not answer who belongs to which Group.',
          { cause },
        );
      });
    refs.forEach((ref, index) => {
      const entity = items[index];
      this.#known.set(ref, { readAt, entry: entity && toEntry(ref, entity) });
    });
  }
}

function toEntry(ref: string, entity: Entity): DirectoryEntry {
  const related = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef.toLocaleLowerCase('en-US'));
  return {
    ref,
    title: titleOf(entity),
    parents: related(RELATION_CHILD_OF),
    children: related(RELATION_PARENT_OF),
    members: related(RELATION_HAS_MEMBER),
  };
}

function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile && 'displayName' in profile
      ? profile.displayName
      : undefined;
  if (typeof displayName === 'string' && displayName) {
    return displayName;
  }
  return (
    entity.metadata.title ??
    entity.metadata.name ??
    stringifyEntityRef(getCompoundEntityRef(entity))
  );
}
