import { methodNotAllowed, unknownPath } from '../api/errors';
import type { Attributes } from '../auth/PolicyRule';
import type { FaultSubject } from '../faults/FaultRule';
import type { ResourceRequest, Verb } from '../operations/ResourceRequest';
import type { Target } from './parseTarget';

const bodyVerbs: { readonly [method: string]: Verb | undefined } = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
};

/** The verb of a request for a resource. */
export function verbOf(
  method: string,
  target: Target,
  query: URLSearchParams,
): Verb {
  if (method === 'GET') {
    if (['true', '1'].includes(query.get('watch') ?? '')) return 'watch';
    return target.name ? 'get' : 'list';
  }
  if (method === 'DELETE') return target.name ? 'delete' : 'deletecollection';
  const verb = bodyVerbs[method];
  if (!verb) throw methodNotAllowed();
  return verb;
}

/** Refuses what the endpoint of the resource does not offer. */
export function checkEndpoint({
  type,
  verb,
  name,
  subresource,
}: ResourceRequest) {
  if (subresource === 'token' && type.kind === 'ServiceAccount') {
    if (verb !== 'create') throw methodNotAllowed();
    return;
  }
  const offered =
    subresource === '' ||
    (subresource === 'status' && type.statusSubresource) ||
    (subresource === 'finalize' && type.kind === 'Namespace');
  if (!offered) throw unknownPath();
  const wrong =
    (verb === 'create' && name !== '') ||
    (['update', 'patch'].includes(verb) && name === '') ||
    (verb === 'deletecollection' && type.kind === 'Namespace') ||
    (verb === 'delete' && subresource !== '') ||
    (subresource === 'finalize' && verb !== 'update');
  if (wrong) throw methodNotAllowed();
}

/** What authorization is asked about a request. */
export function attributesOf(request: ResourceRequest): Attributes {
  const { verb, type, subresource, name, namespace } = request;
  return {
    verb,
    group: type.group,
    resource: type.resource,
    ...(subresource && { subresource }),
    ...(name && { name }),
    ...(namespace && { namespace }),
  };
}

/** What fault rules are compared with. */
export function faultSubjectOf(request: ResourceRequest): FaultSubject {
  const { verb, type, subresource, namespace, name } = request;
  const { group, resource } = type;
  return { verb, group, resource, subresource, namespace, name };
}
