/** Somebody who asks, as the authenticator recognised them. */
export interface UserInfo {
  readonly name: string;
  readonly groups: readonly string[];
  readonly uid?: string;
}
