/**
 * Longest name of a namespace: an RFC 1123 label, as Kubernetes demands.
 *
 * @public
 */
export const MAX_NAMESPACE_LENGTH = 63;

/** Namespace patterns that belong to the platform; a trailing `*` stands for any rest. @public */
export const RESERVED_NAMESPACES: readonly string[] = [
  'default',
  'kube-*',
  'openshift-*',
];

/** The name of the namespace of a workspace for a configured suffix. @public */
export function namespaceName(id: string, suffix: string): string {
  return `${id}-${suffix}`;
}

/** Whether a namespace name is one of the platform's. @public */
export function isReservedNamespace(name: string): boolean {
  return RESERVED_NAMESPACES.some(pattern =>
    pattern.endsWith('*')
      ? name.startsWith(pattern.slice(0, -1))
      : name === pattern,
  );
}
