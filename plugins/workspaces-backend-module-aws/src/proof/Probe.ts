import type { IamProofCase } from '@team-workspaces/backstage-plugin-workspaces-common';
import { accessRequest, type AccessRequest } from '../evaluator';

/** A request with the decision that isolation demands. */
export interface Probe {
  readonly title: string;
  readonly policy: IamProofCase['policy'];
  readonly expected: IamProofCase['expected'];
  /** The other workspace concerned. */
  readonly workspaceId?: string;
  /** As people write it; the request has it in lower case. */
  readonly action: string;
  readonly request: AccessRequest;
}

/** Makes a probe. */
export function probe(
  description: Pick<Probe, 'title' | 'policy' | 'expected' | 'workspaceId'>,
  request: Parameters<typeof accessRequest>[0],
): Probe {
  return {
    ...description,
    action: request.action,
    request: accessRequest(request),
  };
}

const SHOWN_KEYS =
  /^(?:.*:(aud|sub)|(s3:prefix)|(kms:viaservice)|aws:requesttag\/(.+)|(aws:source.+))$/;

/** A request as the page shows it. */
export function describeRequest({
  action,
  request,
}: Pick<Probe, 'action' | 'request'>): Record<string, string> {
  const { resource, principal, context } = request;
  const shown = [...context].flatMap(([key, value]): [string, string][] => {
    const name = SHOWN_KEYS.exec(key)?.slice(1).find(Boolean);
    return name === undefined || value === null || value === undefined
      ? []
      : [[name, typeof value === 'string' ? value : value.join(', ')]];
  });
  return {
    action,
    ...(resource !== undefined && { resource }),
    ...(principal && { principal: principal.value }),
    ...Object.fromEntries(shown),
  };
}
