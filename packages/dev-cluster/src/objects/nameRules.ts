import {
  invalidValue,
  required,
  type FieldProblem,
} from '../api/fieldProblems';

const subdomainPattern =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const labelPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

const subdomainRule =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const labelRule =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

interface NameRule {
  readonly pattern: RegExp;
  readonly rule: string;
  readonly limit: number;
}

const subdomain = {
  pattern: subdomainPattern,
  rule: subdomainRule,
  limit: 253,
};
const label = { pattern: labelPattern, rule: labelRule, limit: 63 };

/** RBAC names may be any single path segment. */
const pathSegment: NameRule = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/,
  rule: "may not be '.', '..' or contain '/' or '%'",
  limit: Number.MAX_SAFE_INTEGER,
};

const byKind: { readonly [kind: string]: NameRule | undefined } = {
  Namespace: label,
  Service: label,
  Role: pathSegment,
  RoleBinding: pathSegment,
  ClusterRole: pathSegment,
  ClusterRoleBinding: pathSegment,
};

/** What is wrong with the name of an object. */
export function nameProblems(
  type: { readonly kind: string; readonly custom: boolean },
  name: string,
): FieldProblem[] {
  if (!name) {
    return [required('metadata.name', 'name or generateName is required')];
  }
  const { pattern, rule, limit } =
    (!type.custom && byKind[type.kind]) || subdomain;
  const problem = (text: string) => invalidValue('metadata.name', name, text);
  return [
    ...(name.length > limit
      ? [problem(`must be no more than ${limit} characters`)]
      : []),
    ...(pattern.test(name) ? [] : [problem(rule)]),
  ];
}
