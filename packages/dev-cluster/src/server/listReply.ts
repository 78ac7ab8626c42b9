import type { JsonObject } from '@backstage/types';
import { badRequest, gone } from '../api/errors';
import { apiVersionOf } from '../api/ResourceType';
import { StatusError } from '../api/StatusError';
import { parseFieldSelector } from '../objects/fieldSelector';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { parseLabelSelector } from '../objects/labelSelector';
import type { ClusterState } from '../operations/ClusterState';
import type { ResourceRequest } from '../operations/ResourceRequest';
import {
  serializeListItem,
  serializeMetadata,
  serializeObject,
} from '../storage/serialize';
import type { Representation } from './representation';
import type { Reply } from './Reply';

interface ContinueToken {
  /** The version that the whole list is read at. */
  readonly rv: number;
  /** The key of the last object of the page before. */
  readonly after: string;
}

function parseToken(text: string): ContinueToken {
  try {
    const token = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (typeof token.rv === 'number' && typeof token.after === 'string') {
      return token;
    }
  } catch {
    // Falls through to the same answer as any other broken token.
  }
  throw badRequest('invalid continue token: continue key is not valid');
}

function formatToken(token: ContinueToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function pageAfter(
  objects: KubernetesObject[],
  after: string | undefined,
  limit: number,
): { page: KubernetesObject[]; remaining: number } {
  const start =
    after === undefined
      ? 0
      : objects.findIndex(object => keyOf(object) > after);
  if (start < 0) return { page: [], remaining: 0 };
  const page = objects.slice(start, limit ? start + limit : undefined);
  return { page, remaining: objects.length - start - page.length };
}

function parseVersion(text: string): number {
  if (/^\d*$/.test(text)) return Number(text);
  throw badRequest(
    `invalid resource version: resourceVersion: Invalid value: ${JSON.stringify(
      text,
    )}`,
  );
}

function tooLarge(asked: number, latest: number): StatusError {
  return new StatusError({
    code: 504,
    reason: 'Timeout',
    message: `Timeout: Too large resource version: ${asked}, current: ${latest}`,
    details: {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  });
}

function versionToRead(
  cluster: ClusterState,
  query: URLSearchParams,
  token: ContinueToken | undefined,
  stale: number | undefined,
): number {
  if (token) return token.rv;
  if (stale !== undefined) return stale;
  const latest = cluster.store.resourceVersion;
  const asked = parseVersion(query.get('resourceVersion') ?? '');
  if (asked > latest) throw tooLarge(asked, latest);
  return query.get('resourceVersionMatch') === 'Exact' ? asked : latest;
}

/** Answers a LIST; `stale` is an older version that a fault makes it read. */
export function listReply(options: {
  cluster: ClusterState;
  request: ResourceRequest;
  representation: Representation;
  stale?: number;
}): Reply {
  const { cluster, request, representation, stale } = options;
  const { type, namespace, name, query } = request;
  const labels = parseLabelSelector(query.get('labelSelector'));
  const fields = parseFieldSelector(query.get('fieldSelector'), type.kind);
  const limit = Number(query.get('limit') ?? 0);
  const continued = query.get('continue');
  const token = continued ? parseToken(continued) : undefined;

  const resourceVersion = versionToRead(cluster, query, token, stale);
  const selection = {
    ...(namespace && type.namespaced && { namespace }),
    labels: labels.equalities,
  };
  const found =
    resourceVersion === cluster.store.resourceVersion
      ? cluster.store.list(type, selection)
      : cluster.store.listAt(type, resourceVersion, selection);
  if (!found) {
    if (!token) {
      throw gone('The resourceVersion for the provided list is too old.');
    }
    throw gone(
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
    );
  }
  const matching = found.filter(
    object =>
      labels.matches(object.metadata.labels) &&
      fields.matches(object) &&
      (!name || object.metadata.name === name),
  );
  const { page, remaining } = pageAfter(matching, token?.after, limit);
  const metadata: JsonObject = { resourceVersion: String(resourceVersion) };
  if (remaining > 0) {
    const after = keyOf(page[page.length - 1]);
    metadata.continue = formatToken({ rv: resourceVersion, after });
    if (!query.get('labelSelector') && fields.empty) {
      metadata.remainingItemCount = remaining;
    }
  }
  const partial = representation === 'metadata';
  const kind = partial ? 'PartialObjectMetadataList' : `${type.kind}List`;
  const apiVersion = partial ? 'meta.k8s.io/v1' : apiVersionOf(type);
  const items = page.map(object => {
    if (partial) return serializeMetadata(object);
    return type.custom
      ? serializeObject(object, apiVersion)
      : serializeListItem(object);
  });
  return {
    code: 200,
    body: `{"kind":"${kind}","apiVersion":"${apiVersion}","metadata":${JSON.stringify(
      metadata,
    )},"items":[${items.join(',')}]}\n`,
  };
}
