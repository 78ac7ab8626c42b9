import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { GroupDirectory, Standing } from '../membership/GroupDirectory';
import { RequestError } from '../service/RequestError';
import type { Caller } from './Caller';

/** What a {@link CallerResolver} works with. */
export interface CallerResolverOptions {
  readonly auth: AuthService;
  readonly userInfo: UserInfoService;
  readonly groups: GroupDirectory;
  readonly logger: LoggerService;
  /** `workspaces.admins`, lower case. */
  readonly admins: readonly string[];
  /** Whether members of a Group count as members of the Groups above it. */
  readonly nestedGroups: boolean;
}

/** Finds out who asks. */
export class CallerResolver {
  readonly #options: CallerResolverOptions;

  constructor(options: CallerResolverOptions) {
    this.#options = options;
  }

  /**
   * Resolves users, and services that act on behalf of one. Services on their own account have no role in any
   * workspace and are refused.
   */
  async resolve(credentials: BackstageCredentials): Promise<Caller> {
    const { auth, userInfo, admins } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new RequestError(
        'PermissionDenied',
        'Team workspaces answer to users, and to services that act on behalf of one.',
      );
    }
    const info = await userInfo.getUserInfo(credentials);
    const userRef = lowerCase(info.userEntityRef);
    const signedIn = new Set([
      userRef,
      ...info.ownershipEntityRefs.map(lowerCase),
    ]);
    const standing = await this.#standingOf(userRef, signedIn);
    const stateOf = (ref: string) => standing.get(ref)?.state ?? 'unknown';
    // What somebody registered says who its Groups are, so these count no more than it does.
    const counting =
      stateOf(userRef) === 'untrusted'
        ? []
        : [...signedIn].filter(ref => stateOf(ref) !== 'untrusted');
    const effective = counting.filter(ref => stateOf(ref) === 'effective');
    const above = await this.#above(effective.filter(isGroup));
    return {
      credentials,
      userRef,
      groups: [...new Set([...signedIn].filter(isGroup).concat(above))],
      refs: new Set([...effective, ...above]),
      // Only what the sign-in says: nobody becomes a portal admin by an edit of Group hierarchies.
      isPortalAdmin: counting.some(ref => admins.includes(ref)),
    };
  }

  /**
   * How the catalog sees the refs of a sign-in. While it does not answer, what it said last: what was not asked about
   * then may be anything, and does not count.
   */
  async #standingOf(
    userRef: string,
    refs: ReadonlySet<string>,
  ): Promise<Map<string, Standing>> {
    const { groups, logger } = this.#options;
    try {
      return await groups.standingOf(refs);
    } catch (error) {
      const recalled = groups.recallStanding(refs);
      if (!recalled.has(userRef)) {
        throw error;
      }
      logger.warn(
        `A caller has the Groups of before, since the catalog did not answer: ${stringifyError(
          error,
        )}`,
      );
      return new Map(
        [...refs].map(ref => [
          ref,
          recalled.get(ref) ?? { state: 'untrusted', title: ref },
        ]),
      );
    }
  }

  async #above(groups: readonly string[]): Promise<string[]> {
    if (!this.#options.nestedGroups || groups.length === 0) {
      return [];
    }
    try {
      return await this.#options.groups.ancestorsOf(groups);
    } catch (error) {
      // Less access is safe, and better than no answer while the catalog is away.
      this.#options.logger.warn(
        `Groups above those of a caller are left out, since the catalog did not answer: ${stringifyError(
          error,
        )}`,
      );
      return [];
    }
  }
}

function isGroup(ref: string): boolean {
  return ref.startsWith('group:');
}

function lowerCase(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
