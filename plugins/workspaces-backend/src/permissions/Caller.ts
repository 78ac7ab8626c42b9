import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who asks, resolved once per request. Entity refs are lower case. */
export interface Caller {
  readonly credentials: BackstageCredentials;
  readonly userRef: string;
  /** Groups of the sign-in, and where nested Groups count those above them; to show, also those that do not count. */
  readonly groups: readonly string[];
  /** What membership and ownership are matched with: the user and the groups that the catalog has, and that are trusted. */
  readonly refs: ReadonlySet<string>;
  /** One of `workspaces.admins`; never a matter of policy. */
  readonly isPortalAdmin: boolean;
}
