import { isJsonObject, listField } from '../objects/KubernetesObject';

/** One rule of a Role or ClusterRole. */
export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

/** What somebody wants to do. */
export type Attributes =
  | {
      readonly verb: string;
      readonly group: string;
      readonly resource: string;
      readonly subresource?: string;
      readonly name?: string;
      readonly namespace?: string;
    }
  | { readonly verb: string; readonly path: string };

/** The rules of a Role or ClusterRole. */
export function rulesOf(role: unknown): PolicyRule[] {
  return listField(role, 'rules')
    .filter(isJsonObject)
    .map(rule => {
      const texts = (field: string) => listField(rule, field).map(String);
      return {
        verbs: texts('verbs'),
        apiGroups: texts('apiGroups'),
        resources: texts('resources'),
        resourceNames: texts('resourceNames'),
        nonResourceURLs: texts('nonResourceURLs'),
      };
    });
}

function has(values: readonly string[], value: string): boolean {
  return values.includes('*') || values.includes(value);
}

function hasResource(
  values: readonly string[],
  resource: string,
  subresource: string | undefined,
): boolean {
  const full = subresource ? `${resource}/${subresource}` : resource;
  return (
    has(values, full) ||
    (subresource !== undefined && values.includes(`*/${subresource}`))
  );
}

/** Whether one rule allows it. */
export function ruleAllows(rule: PolicyRule, wanted: Attributes): boolean {
  if (!has(rule.verbs, wanted.verb)) return false;
  if ('path' in wanted) {
    return rule.nonResourceURLs.some(
      url =>
        url === '*' ||
        url === wanted.path ||
        (url.endsWith('*') && wanted.path.startsWith(url.slice(0, -1))),
    );
  }
  const { resourceNames } = rule;
  return (
    has(rule.apiGroups, wanted.group) &&
    hasResource(rule.resources, wanted.resource, wanted.subresource) &&
    (resourceNames.length === 0 || resourceNames.includes(wanted.name ?? ''))
  );
}
