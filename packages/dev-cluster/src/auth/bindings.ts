import { builtIn } from '../api/ResourceRegistry';
import {
  isJsonObject,
  listField,
  objectField,
  stringField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import { groups } from './groups';
import { rulesOf, type PolicyRule } from './PolicyRule';
import type { UserInfo } from './UserInfo';

const roles = builtIn(groups.rbac, 'roles');
const roleBindings = builtIn(groups.rbac, 'rolebindings');
const clusterRoles = builtIn(groups.rbac, 'clusterroles');
const clusterRoleBindings = builtIn(groups.rbac, 'clusterrolebindings');

/** A rule that applies to somebody, and why. */
export interface GrantedRule {
  readonly rule: PolicyRule;
  readonly reason: string;
}

/** The subject of a binding that is the user, as text; nothing when none is. */
function subjectFor(
  binding: KubernetesObject,
  user: UserInfo,
): string | undefined {
  for (const subject of listField(binding, 'subjects').filter(isJsonObject)) {
    const { kind } = subject;
    const name = String(subject.name);
    if (kind === 'User' && name === user.name) return `User "${name}"`;
    if (kind === 'Group' && user.groups.includes(name)) {
      return `Group "${name}"`;
    }
    const namespace = String(subject.namespace ?? binding.metadata.namespace);
    if (
      kind === 'ServiceAccount' &&
      user.name === `system:serviceaccount:${namespace}:${name}`
    ) {
      return `ServiceAccount "${name}/${namespace}"`;
    }
  }
  return undefined;
}

/** The rules of the role that a binding refers to; nothing when the role is missing. */
export function rulesOfReference(
  store: ObjectStore,
  roleRef: unknown,
  namespace: string,
): PolicyRule[] | undefined {
  const name = stringField(roleRef, 'name') ?? '';
  const role =
    stringField(roleRef, 'kind') === 'Role'
      ? store.get(roles, namespace, name)
      : store.get(clusterRoles, '', name);
  return role && rulesOf(role);
}

function granted(
  store: ObjectStore,
  user: UserInfo,
  binding: KubernetesObject,
): GrantedRule[] {
  const subject = subjectFor(binding, user);
  if (!subject) return [];
  const { name, namespace } = binding.metadata;
  const roleRef = objectField(binding, 'roleRef');
  const title = namespace ? `${name}/${namespace}` : name;
  const reason = `RBAC: allowed by ${binding.kind} "${title}" of ${roleRef.kind} "${roleRef.name}" to ${subject}`;
  const rules = rulesOfReference(store, roleRef, namespace ?? '') ?? [];
  return rules.map(rule => ({ rule, reason }));
}

/** Every rule that applies to a user, cluster-wide and in one namespace. */
export function* grantedRules(
  store: ObjectStore,
  user: UserInfo,
  namespace: string | undefined,
): IterableIterator<GrantedRule> {
  for (const binding of store.list(clusterRoleBindings)) {
    yield* granted(store, user, binding);
  }
  if (!namespace) return;
  for (const binding of store.list(roleBindings, { namespace })) {
    yield* granted(store, user, binding);
  }
}
