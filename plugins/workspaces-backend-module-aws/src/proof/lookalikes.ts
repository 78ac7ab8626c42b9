import type { RolePolicyInput } from '../policies/RolePolicyInput';
import type { WorkspaceIdentity } from './IsolationSubject';

/**
 * Workspaces that nobody may have made yet, and whose names are chosen to slip through a policy that compares names
 * carelessly.
 *
 * @public
 */
export function lookalikesOf(workspace: RolePolicyInput): WorkspaceIdentity[] {
  const { workspaceId: id, namespaces, oidcProvider, bucket } = workspace;
  const own = new Set(namespaces);
  const rename = (name: string) =>
    namespaces.map(namespace =>
      namespace.startsWith(`${id}-`)
        ? `${name}${namespace.slice(id.length)}`
        : `${name}-${namespace}`,
    );
  const names = [`${id}-x`, `${id}x`, `x-${id}`, `x${id}`, id.slice(0, -1)];
  const named = names
    .filter(name => name !== '' && name !== id)
    .map(name => ({ workspaceId: name, namespaces: rename(name) }));
  const extended = {
    workspaceId: `${id}-${id}`,
    namespaces: namespaces.flatMap(namespace => [
      `${namespace}-x`,
      `${namespace}x`,
      `x${namespace}`,
      namespace.slice(0, -1),
    ]),
  };
  return [...named, extended].map(lookalike => ({
    workspaceId: lookalike.workspaceId,
    namespaces: lookalike.namespaces.filter(namespace => !own.has(namespace)),
    oidcProvider,
    bucket,
  }));
}
