import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { GroupDirectory } from '../membership/GroupDirectory';
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
    const ownership = info.ownershipEntityRefs.map(lowerCase);
    const userRef = lowerCase(info.userEntityRef);
    const direct = ownership.filter(ref => ref.startsWith('group:'));
    const groups = [...new Set([...direct, ...(await this.#above(direct))])];
    return {
      credentials,
      userRef,
      groups,
      refs: new Set([userRef, ...ownership, ...groups]),
      // Only what the sign-in says: nobody becomes a portal admin by an edit of Group hierarchies.
      isPortalAdmin: [userRef, ...ownership].some(ref => admins.includes(ref)),
    };
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

function lowerCase(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
