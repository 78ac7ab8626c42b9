import {
  HINTS,
  type ClusterHealth,
  type Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type ClusterDefinition,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { ClusterRegistry } from '../types';
import {
  describeRight,
  REQUIRED_RIGHTS,
  type RequiredRight,
} from './requiredRights';

/** A page that shows the state of clusters is of no use when it waits longer. */
const TIMEOUT_MS = 5_000;

/** Looks at every cluster: whether it answers, which version it is, and what our identity may not do there. */
export async function readClusterHealth(
  clusters: ClusterRegistry,
  options: { readonly timeoutMs?: number } = {},
): Promise<ClusterHealth[]> {
  return Promise.all(
    clusters.list().map(async definition => {
      const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
      return {
        ...describe(definition),
        ...(await look(clusters, definition, signal)),
      };
    }),
  );
}

function describe({ name, title, simulated }: ClusterDefinition) {
  return { name, title: title ?? name, simulated: simulated ?? false };
}

async function look(
  clusters: ClusterRegistry,
  { name }: ClusterDefinition,
  signal: AbortSignal,
): Promise<
  Pick<ClusterHealth, 'reachable' | 'version' | 'missingRights' | 'problem'>
> {
  let version: string | undefined;
  try {
    const client = await clusters.client(name);
    version = await client.version({ signal });
    const missingRights = await findMissingRights(client, signal);
    return { reachable: true, version, missingRights };
  } catch (error) {
    return {
      reachable: version !== undefined,
      version,
      missingRights: [],
      problem: toProblem(name, error, signal),
    };
  }
}

async function findMissingRights(
  client: ClusterClient,
  signal: AbortSignal,
): Promise<string[]> {
  const answers = await Promise.all(
    REQUIRED_RIGHTS.map(async right => ({
      right,
      allowed: await isAllowed(client, right, signal),
    })),
  );
  return answers
    .filter(({ allowed }) => !allowed)
    .map(({ right }) => describeRight(right));
}

async function isAllowed(
  client: ClusterClient,
  right: RequiredRight,
  signal: AbortSignal,
): Promise<boolean> {
  const review = await client.create(
    {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      metadata: { name: '' },
      spec: { resourceAttributes: right },
    },
    { signal },
  );
  const status = review.status as { allowed?: boolean } | undefined;
  return status?.allowed === true;
}

function toProblem(
  cluster: string,
  error: unknown,
  signal: AbortSignal,
): Problem {
  if (error instanceof ClusterError) {
    const { reason, message, raw } = error;
    return { reason, message, hint: HINTS[reason], raw };
  }
  const reason = signal.aborted ? 'RequestTimeout' : 'InternalError';
  return {
    reason,
    message: signal.aborted
      ? `The cluster "${cluster}" did not answer in time.`
      : `The state of the cluster "${cluster}" could not be read.`,
    hint: HINTS[reason],
  };
}
