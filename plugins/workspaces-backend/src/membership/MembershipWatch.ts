import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { StoredWorkspace, WorkspaceStore } from '../types';
import type { CatalogMembershipResolver } from './CatalogMembershipResolver';

/** Workspaces read at once. */
const PAGE_SIZE = 200;

/**
 * Notices when the catalog changes who belongs to workspaces, and makes those workspaces due. What was there when
 * the backend started is compared by the first pass over the whole cluster.
 */
export class MembershipWatch {
  readonly #store: Pick<WorkspaceStore, 'list' | 'makeDue'>;
  readonly #membership: CatalogMembershipResolver;
  readonly #kick: () => void;
  readonly #logger: LoggerService;
  #known = new Map<string, string>();

  constructor(options: {
    store: Pick<WorkspaceStore, 'list' | 'makeDue'>;
    membership: CatalogMembershipResolver;
    kick: () => void;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#membership = options.membership;
    this.#kick = options.kick;
    this.#logger = options.logger;
  }

  /** Reads memberships again. Throws when the catalog or the database does not answer; nothing is due then. */
  async check(signal?: AbortSignal): Promise<void> {
    this.#membership.refresh();
    const found = new Map<string, string>();
    let due = 0;
    for (let offset = 0, total = Infinity; offset < total; ) {
      signal?.throwIfAborted();
      const page = await this.#store.list({ limit: PAGE_SIZE, offset });
      await this.#membership.prepare(page.items);
      for (const workspace of page.items) {
        const membership = await this.#describe(workspace);
        found.set(workspace.uid, membership);
        const before = this.#known.get(workspace.uid);
        if (before !== undefined && before !== membership) {
          await this.#store.makeDue(workspace.uid);
          due += 1;
        }
      }
      total = page.totalItems;
      offset += PAGE_SIZE;
    }
    this.#known = found;
    if (due > 0) {
      this.#logger.info(
        `Members of ${due} workspaces changed in the catalog; they are being put right.`,
      );
      this.#kick();
    }
  }

  /** {@link check} that logs instead of throwing, for a schedule. */
  async checkQuietly(signal?: AbortSignal): Promise<void> {
    try {
      await this.check(signal);
    } catch (error) {
      this.#logger.warn(
        `Members of workspaces could not be read again: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  /** Tells apart who belongs to a workspace; a digest, since there may be many people in many workspaces. */
  async #describe(workspace: StoredWorkspace): Promise<string> {
    const members = await this.#membership.membersOf(workspace);
    const people = await this.#membership.peopleOf(workspace);
    const lines = [
      ...members.map(({ subject, role }) => `${subject}=${role}`),
      ...people,
    ];
    return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
  }
}
