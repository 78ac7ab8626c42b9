import type { JsonObject } from '@backstage/types';
import type { ResourceType } from '../api/ResourceType';
import type { UserInfo } from '../auth/UserInfo';

/** The verbs of the API as RBAC names them. */
export type Verb =
  | 'get'
  | 'list'
  | 'watch'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete'
  | 'deletecollection';

/** One request for one resource, understood but not yet done. */
export interface ResourceRequest {
  readonly verb: Verb;
  readonly type: ResourceType;
  /** Empty for cluster-scoped resources and for lists over all namespaces. */
  readonly namespace: string;
  readonly name: string;
  readonly subresource: string;
  readonly query: URLSearchParams;
  readonly user: UserInfo;
  /** The first word of the user agent: the field manager where none is given. */
  readonly agent: string;
}

/** Whether nothing may be stored. */
export function isDryRun(query: URLSearchParams, body?: JsonObject): boolean {
  const inBody = Array.isArray(body?.dryRun) && body.dryRun.includes('All');
  return query.getAll('dryRun').includes('All') || inBody;
}
