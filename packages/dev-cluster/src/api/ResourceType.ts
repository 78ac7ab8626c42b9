/**
 * One kind of object the API serves and the facts about it that the handlers need.
 */
export interface ResourceType {
  /** API group, empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** Plural name in paths. */
  readonly resource: string;
  readonly kind: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly namespaced: boolean;
  /** Whether `/status` is served, so that the main path cannot write `status`. */
  readonly statusSubresource: boolean;
  /** Whether `metadata.generation` grows with the specification. */
  readonly generation: boolean;
  /** Whether a finished DELETE answers with the object instead of a `Status`. */
  readonly returnsDeletedObject: boolean;
  /** A kind that a CustomResourceDefinition brought. */
  readonly custom: boolean;
}

/** `v1` or `group/version`. */
export function apiVersionOf(type: {
  readonly group: string;
  readonly version: string;
}): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/** `pods` or `deployments.apps`, as messages and quota names write it. */
export function qualifiedName(type: {
  readonly group: string;
  readonly resource: string;
}): string {
  return type.group ? `${type.resource}.${type.group}` : type.resource;
}
