/** Somebody who asks, as the authenticator recognised them. */
export interface UserInfo {
  readonly name: string;
  readonly groups: readonly string[];
  readonly uid?: string;
}

/** Who is recognised without any credentials. */
export const anonymous: UserInfo = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

/** Whether RBAC does not apply, as for cluster administrators. */
export function isSuperuser(user: UserInfo): boolean {
  return user.groups.includes('system:masters');
}
