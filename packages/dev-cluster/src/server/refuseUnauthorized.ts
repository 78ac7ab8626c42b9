import { qualifiedName } from '../api/ResourceType';
import { StatusError } from '../api/StatusError';
import type { Authorizer } from '../auth/Authorizer';
import type { Attributes } from '../auth/PolicyRule';
import type { UserInfo } from '../auth/UserInfo';

function forbiddenMessage(user: UserInfo, wanted: Attributes): string {
  const who = `User ${JSON.stringify(user.name)} cannot ${wanted.verb}`;
  if ('path' in wanted) {
    return `forbidden: ${who} path ${JSON.stringify(wanted.path)}`;
  }
  const { group, resource, subresource, name, namespace } = wanted;
  const full = subresource ? `${resource}/${subresource}` : resource;
  const where = namespace
    ? `in the namespace ${JSON.stringify(namespace)}`
    : 'at the cluster scope';
  const target = name ? ` ${JSON.stringify(name)}` : '';
  return `${qualifiedName(
    wanted,
  )}${target} is forbidden: ${who} resource ${JSON.stringify(
    full,
  )} in API group ${JSON.stringify(group)} ${where}`;
}

/** Refuses what RBAC does not allow. */
export function refuseUnauthorized(
  authorizer: Authorizer,
  user: UserInfo,
  wanted: Attributes,
): void {
  if (authorizer.authorize(user, wanted).allowed) return;
  throw new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: forbiddenMessage(user, wanted),
    details:
      'path' in wanted
        ? {}
        : {
            ...(wanted.name && { name: wanted.name }),
            ...(wanted.group && { group: wanted.group }),
            kind: wanted.resource,
          },
  });
}
