import { unknownPath } from '../api/errors';
import type { ResourceRegistry } from '../api/ResourceRegistry';
import type { ResourceType } from '../api/ResourceType';

/** What the path of a request names. */
export interface Target {
  readonly type: ResourceType;
  readonly namespace: string;
  readonly name: string;
  readonly subresource: string;
}

function splitGroup(
  segments: string[],
): { group: string; version: string; rest: string[] } | undefined {
  const [root, first, second, ...rest] = segments;
  if (root === 'api' && first) {
    return { group: '', version: first, rest: segments.slice(2) };
  }
  return root === 'apis' && first && second
    ? { group: first, version: second, rest }
    : undefined;
}

/** Finds the resource that a path names; nothing when the path is none of a resource. */
export function parseTarget(
  path: string,
  resources: ResourceRegistry,
): Target | undefined {
  const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
  const prefix = splitGroup(segments);
  if (!prefix || prefix.rest.length === 0) return undefined;
  const { group, version, rest } = prefix;
  const find = (resource: string) => {
    const type = resources.find(group, version, resource);
    if (!type) throw unknownPath();
    return type;
  };
  if (rest[0] === 'namespaces' && rest.length > 2) {
    const [, namespace, resource, name = '', subresource = '', extra] = rest;
    const type = resources.find(group, version, resource);
    if (type?.namespaced && extra === undefined) {
      return { type, namespace, name, subresource };
    }
    if (group || rest.length > 3) throw unknownPath();
  }
  const [resource, name = '', subresource = '', extra] = rest;
  const type = find(resource);
  if (extra !== undefined || (type.namespaced && name)) throw unknownPath();
  return {
    type,
    namespace: type.kind === 'Namespace' ? name : '',
    name,
    subresource,
  };
}
