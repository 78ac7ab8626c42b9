import type {
  ObjectIdentity,
  ObjectKind,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** What a request is about, for messages. */
export interface RequestDescription {
  /** Name of the cluster in the configuration. */
  readonly cluster: string;
  /** Such as `get`, `list`, `create`, `apply`, `delete`, `watch`. */
  readonly verb: string;
  readonly kind?: ObjectKind;
  /** Absent for lists, watches and requests that are not about an object. */
  readonly object?: ObjectIdentity;
}

/** Such as `ResourceQuota alpha-notebooks/workspace`. */
function describeObject(object: ObjectIdentity): string {
  const name = object.namespace
    ? `${object.namespace}/${object.name}`
    : object.name;
  return `${object.kind} ${name}`.trimEnd();
}

/** Such as `apply ResourceQuota alpha-notebooks/workspace`, or `list Role objects`. */
export function describeRequest(request: RequestDescription): string {
  if (request.object) {
    return `${request.verb} ${describeObject(request.object)}`;
  }
  if (request.kind) {
    return `${request.verb} ${request.kind.kind} objects`;
  }
  return request.verb;
}
