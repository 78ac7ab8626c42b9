import {
  HINTS,
  type Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { KubernetesObject } from '@team-workspaces/backstage-plugin-workspaces-node';
import { referenceTo } from '../plan';

/** Conditions by which Kubernetes tells what still holds a namespace. */
const TELLING_CONDITIONS = [
  'NamespaceFinalizersRemaining',
  'NamespaceContentRemaining',
  'NamespaceDeletionContentFailure',
  'NamespaceDeletionDiscoveryFailure',
  'NamespaceDeletionGroupVersionParsingFailure',
];

interface NamespaceStatus {
  readonly conditions?: readonly {
    readonly type?: string;
    readonly status?: string;
    readonly message?: string;
  }[];
}

/** Why a namespace that is being deleted has not gone yet; stuck once that lasts longer than the limit. */
export function describeTermination(
  live: KubernetesObject,
  limits: { readonly stuckTerminatingMs: number; readonly now: number },
): Problem {
  const { name, deletionTimestamp } = live.metadata;
  const since = deletionTimestamp ? Date.parse(deletionTimestamp) : limits.now;
  const stuck = limits.now - since > limits.stuckTerminatingMs;
  const reason = stuck ? 'NamespaceStuckTerminating' : 'NamespaceTerminating';
  const causes = findCauses(live);
  return {
    reason,
    message: [
      stuck
        ? `The namespace ${name} cannot finish its deletion, which began at ${deletionTimestamp}.`
        : `The namespace ${name} is being deleted.`,
      ...causes,
    ].join(' '),
    hint: stuck
      ? HINTS[reason]
      : 'Nothing: the deletion goes on once the namespace is gone.',
    object: referenceTo(live),
    step: 'namespaces',
  };
}

function findCauses({ metadata, status, spec }: KubernetesObject): string[] {
  const finalizers = [
    ...(metadata.finalizers ?? []),
    // The one of Kubernetes itself only says that it is at work.
    ...(
      (spec as { finalizers?: string[] } | undefined)?.finalizers ?? []
    ).filter(finalizer => finalizer !== 'kubernetes'),
  ];
  const conditions = ((status as NamespaceStatus | undefined)?.conditions ?? [])
    .filter(
      condition =>
        condition.status === 'True' &&
        TELLING_CONDITIONS.includes(condition.type ?? ''),
    )
    .map(({ message = '' }) => message);
  return [
    ...(finalizers.length > 0
      ? [`It is held by the finalizer ${finalizers.join(', ')}.`]
      : []),
    ...conditions,
  ];
}
