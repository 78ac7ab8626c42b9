import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { RequestError } from '../service/RequestError';
import {
  DIRECTORY_FIELDS,
  isGroupOfWorkspace,
  isOrphan,
  originOf,
  toDirectoryEntry,
  type DirectoryEntry,
} from './DirectoryEntry';
import { LocationTrust } from './LocationTrust';

export type { DirectoryEntry } from './DirectoryEntry';

/** How long an answer of the catalog counts, in milliseconds. */
const TIME_TO_LIVE_MS = 10_000;

/** References in one request to the catalog. */
const PAGE_SIZE = 200;

/** Whether a User or Group gives anybody a role: known to the catalog, and from a location that is trusted. */
export type SubjectState = 'effective' | 'unknown' | 'untrusted';

/** How a User or Group stands, and how people call it. */
export interface Standing {
  readonly state: SubjectState;
  readonly title: string;
}

interface Known {
  /** Milliseconds since the epoch. */
  readonly readAt: number;
  readonly state: SubjectState;
  readonly entry: DirectoryEntry | undefined;
  readonly isGroupOfWorkspace: boolean;
}

/** What a {@link GroupDirectory} works with. */
export interface GroupDirectoryOptions {
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly logger: LoggerService;
  /** Trusts whatever was not registered while the catalog was running, unless given. */
  readonly trust?: LocationTrust;
  readonly now?: () => number;
}

/**
 * Users and Groups as the catalog has them, kept for a few seconds. Those that are not trusted are told only by their
 * state: for everything else they are not there.
 */
export class GroupDirectory {
  readonly #options: GroupDirectoryOptions;
  readonly #trust: LocationTrust;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();

  constructor(options: GroupDirectoryOptions) {
    this.#options = options;
    this.#trust =
      options.trust ??
      new LocationTrust({
        ...options,
        trustedLocations: undefined,
        catalogLocations: [],
      });
    this.#now = options.now ?? Date.now;
  }

  /** Entries by ref; those that do not count are left out. Throws `CatalogUnavailable`. */
  async find(refs: Iterable<string>): Promise<Map<string, DirectoryEntry>> {
    const wanted = [...new Set(refs)];
    await this.#readStale(wanted);
    return this.#effective(wanted);
  }

  /** How refs stand. Throws `CatalogUnavailable`. */
  async standingOf(refs: Iterable<string>): Promise<Map<string, Standing>> {
    const wanted = [...new Set(refs)];
    await this.#readStale(wanted);
    return this.recallStanding(wanted);
  }

  /** How refs stood when the catalog was asked last, however long ago; for while it does not answer. */
  recallStanding(refs: Iterable<string>): Map<string, Standing> {
    return new Map(
      [...refs].flatMap(ref => {
        const known = this.#known.get(ref);
        return known
          ? [[ref, { state: known.state, title: known.entry?.title ?? ref }]]
          : [];
      }),
    );
  }

  /** Refs without those of the Groups that the catalog had of workspaces when it was asked last. */
  withoutGroupsOfWorkspaces(refs: readonly string[]): string[] {
    return refs.filter(ref => !this.#known.get(ref)?.isGroupOfWorkspace);
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
    // Not forgotten: who reads meanwhile must not find nobody.
    this.#known.forEach((known, ref) =>
      this.#known.set(ref, { ...known, readAt: -Infinity }),
    );
  }

  #effective(refs: readonly string[]): Map<string, DirectoryEntry> {
    const found = new Map<string, DirectoryEntry>();
    for (const ref of refs) {
      const known = this.#known.get(ref);
      if (known?.entry && known.state === 'effective') {
        found.set(ref, known.entry);
      }
    }
    return found;
  }

  async #walk(
    start: Iterable<string>,
    next: (entry: DirectoryEntry) => readonly string[],
  ): Promise<string[]> {
    const seen = new Set(start);
    const reached: string[] = [];
    let level = await this.find(seen);
    while (level.size > 0) {
      const refs = [...level.values()].flatMap(next);
      level = await this.find(refs.filter(ref => !seen.has(ref)));
      refs.forEach(ref => seen.add(ref));
      reached.push(...level.keys());
    }
    return reached;
  }

  async #readStale(refs: readonly string[]): Promise<void> {
    const oldest = this.#now() - TIME_TO_LIVE_MS;
    const stale = refs.filter(
      ref => (this.#known.get(ref)?.readAt ?? -Infinity) <= oldest,
    );
    for (let start = 0; start < stale.length; start += PAGE_SIZE) {
      await this.#read(stale.slice(start, start + PAGE_SIZE));
    }
  }

  async #read(refs: string[]): Promise<void> {
    const readAt = this.#now();
    try {
      const { items, trusted } = await this.#ask(refs);
      refs.forEach((ref, index) => {
        const entity = items[index];
        this.#known.set(ref, {
          readAt,
          state: stateOf(entity, trusted),
          entry: entity && toDirectoryEntry(ref, entity),
          isGroupOfWorkspace: Boolean(entity && isGroupOfWorkspace(entity)),
        });
      });
    } catch (cause) {
      this.#options.logger.warn(
        `The catalog did not answer: ${stringifyError(cause)}`,
      );
      throw new RequestError(
        'CatalogUnavailable',
        'The catalog did not answer who belongs to which Group.',
        { cause },
      );
    }
  }

  async #ask(refs: string[]) {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: DIRECTORY_FIELDS },
      { credentials },
    );
    const origins = new Set(
      items.flatMap(entity => (entity ? [originOf(entity)] : [])),
    );
    return { items, trusted: await this.#trust.trustedAmong(origins) };
  }
}

function stateOf(
  entity: Entity | undefined,
  trusted: ReadonlySet<string>,
): SubjectState {
  if (!entity || isOrphan(entity)) {
    return 'unknown';
  }
  return trusted.has(originOf(entity)) && !isGroupOfWorkspace(entity)
    ? 'effective'
    : 'untrusted';
}
