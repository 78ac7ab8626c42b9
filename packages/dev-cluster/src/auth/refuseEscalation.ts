import { forbidden, notFound } from '../api/errors';
import type { ResourceType } from '../api/ResourceType';
import {
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import type { Authorizer } from './Authorizer';
import { grantedRules, rulesOfReference } from './bindings';
import { groups } from './groups';
import { ruleAllows, rulesOf, type PolicyRule } from './PolicyRule';
import { isSuperuser, type UserInfo } from './UserInfo';

/** Breaks a rule into rules for one verb of one resource each. */
function singleRules(rule: PolicyRule): PolicyRule[] {
  const { resourceNames, verbs } = rule;
  const names = resourceNames.length ? resourceNames : [undefined];
  const none = { apiGroups: [], resources: [], nonResourceURLs: [] };
  return verbs.flatMap(verb => [
    ...rule.nonResourceURLs.map(url => ({
      ...none,
      verbs: [verb],
      resourceNames: [],
      nonResourceURLs: [url],
    })),
    ...rule.apiGroups.flatMap(group =>
      rule.resources.flatMap(resource =>
        names.map(name => ({
          ...none,
          verbs: [verb],
          apiGroups: [group],
          resources: [resource],
          resourceNames: name === undefined ? [] : [name],
        })),
      ),
    ),
  ]);
}

/** Whether a rule somebody has covers a single rule. */
function covers(owned: PolicyRule, { verbs, ...wanted }: PolicyRule): boolean {
  const [verb] = verbs;
  if (wanted.nonResourceURLs.length) {
    return ruleAllows(owned, { verb, path: wanted.nonResourceURLs[0] });
  }
  const [resource, subresource] = wanted.resources[0].split('/');
  return ruleAllows(owned, {
    verb,
    group: wanted.apiGroups[0],
    resource,
    subresource,
    name: wanted.resourceNames[0],
  });
}

function describe(rules: readonly PolicyRule[]): string[] {
  const verbsByTarget = new Map<string, string[]>();
  for (const { verbs, apiGroups, resources, ...rule } of rules) {
    const quoted = (values: readonly string[]) =>
      `[${values.map(value => JSON.stringify(value)).join(' ')}]`;
    const target = rule.nonResourceURLs.length
      ? `NonResourceURLs:${quoted(rule.nonResourceURLs)}`
      : `APIGroups:${quoted(apiGroups)}, Resources:${quoted(resources)}${
          rule.resourceNames.length
            ? `, ResourceNames:${quoted(rule.resourceNames)}`
            : ''
        }`;
    verbsByTarget.set(target, [...(verbsByTarget.get(target) ?? []), ...verbs]);
  }
  return [...verbsByTarget].map(
    ([target, verbs]) =>
      `{${target}, Verbs:[${verbs
        .map(verb => JSON.stringify(verb))
        .join(' ')}]}`,
  );
}

/**
 * Refuses a role with more than its author may do, and a binding to such a role, unless the author
 * may `escalate` or `bind`.
 */
export function refuseEscalation(options: {
  store: ObjectStore;
  authorizer: Authorizer;
  user: UserInfo;
  type: ResourceType;
  object: KubernetesObject;
}): void {
  const { store, authorizer, user, type, object } = options;
  if (type.group !== groups.rbac || isSuperuser(user)) return;
  const { name, namespace = '' } = object.metadata;
  const isRole = type.kind === 'Role' || type.kind === 'ClusterRole';
  const roleRef = objectField(object, 'roleRef');
  const permission = isRole
    ? { verb: 'escalate', resource: type.resource, name }
    : {
        verb: 'bind',
        resource: roleRef.kind === 'Role' ? 'roles' : 'clusterroles',
        name: String(roleRef.name),
      };
  if (
    authorizer.authorize(user, { ...permission, group: groups.rbac, namespace })
      .allowed
  ) {
    return;
  }
  const rules = isRole
    ? rulesOf(object)
    : rulesOfReference(store, roleRef, namespace);
  if (!rules) throw notFound(type, String(roleRef.name));
  const owned = [...grantedRules(store, user, namespace)];
  const missing = rules
    .flatMap(singleRules)
    .filter(rule => !owned.some(granted => covers(granted.rule, rule)));
  if (missing.length === 0) return;
  const groupList = user.groups.map(group => JSON.stringify(group)).join(' ');
  throw forbidden({
    type,
    name,
    message: `user ${JSON.stringify(
      user.name,
    )} (groups=[${groupList}]) is attempting to grant RBAC permissions not currently held:\n${describe(
      missing,
    ).join('\n')}`,
  });
}
