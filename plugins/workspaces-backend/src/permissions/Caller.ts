import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who asks, resolved once per request. Entity refs are lower case. */
export interface Caller {
  readonly credentials: BackstageCredentials;
  readonly userRef: string;
  /** Groups of the caller, those above them included where nested Groups count. */
  readonly groups: readonly string[];
  /** Everything that membership and ownership are matched with: the groups, the user and other ownership refs. */
  readonly refs: ReadonlySet<string>;
  /** One of `workspaces.admins`; never a matter of policy. */
  readonly isPortalAdmin: boolean;
}
