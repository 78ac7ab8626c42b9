import {
  CREATION_TOKEN_ANNOTATION,
  HINTS,
  WORKSPACE_LABEL,
  type Problem,
  type Reason,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  KubernetesObject,
  ObjectRecord,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { referenceTo } from '../plan';

/** What we know of a namespace. */
export interface NamespaceFacts {
  readonly workspaceId: string;
  readonly cluster: string;
  readonly live: KubernetesObject | undefined;
  readonly record: ObjectRecord | undefined;
  readonly creationToken: string;
}

/** Whose a namespace is. */
export type NamespaceState =
  | { readonly type: 'absent' }
  /** Ours; `recorded` tells whether our records know this very namespace. */
  | {
      readonly type: 'ours';
      readonly live: KubernetesObject;
      readonly recorded: boolean;
    }
  | { readonly type: 'terminating'; readonly problem: Problem }
  | { readonly type: 'foreign'; readonly problem: Problem };

/**
 * Tells whose a namespace is. The record of its UID decides, and never a label, which anybody who may edit the
 * namespace can set; the creation token stands in for a record that we had no time to write.
 */
export function classifyNamespace(facts: NamespaceFacts): NamespaceState {
  const { live } = facts;
  if (!live) {
    return { type: 'absent' };
  }
  const { name, deletionTimestamp } = live.metadata;
  if (deletionTimestamp) {
    return {
      type: 'terminating',
      problem: problemOf(
        'NamespaceTerminating',
        `The namespace ${name} in the cluster ${facts.cluster} is being deleted since ${deletionTimestamp}.`,
        live,
      ),
    };
  }
  const recorded = isRecorded(facts, live);
  if (recorded || isCreatedByUs(facts, live)) {
    return { type: 'ours', live, recorded };
  }
  return { type: 'foreign', problem: describeForeign(facts, live) };
}

/** Whether our records know this very namespace, and not an earlier one of the same name. */
function isRecorded(
  { record }: NamespaceFacts,
  live: KubernetesObject,
): boolean {
  return record !== undefined && record.uid === live.metadata.uid;
}

/** Whether a namespace comes from a creation of ours that was cut short, or answered too late. */
function isCreatedByUs(
  { creationToken }: NamespaceFacts,
  live: KubernetesObject,
): boolean {
  return (
    creationToken !== '' &&
    live.metadata.annotations?.[CREATION_TOKEN_ANNOTATION] === creationToken
  );
}

/** Whether removing the workspace may delete a namespace, terminating ones included. */
export function mayRemove(facts: NamespaceFacts): boolean {
  return (
    facts.live !== undefined &&
    (isRecorded(facts, facts.live) || isCreatedByUs(facts, facts.live))
  );
}

function describeForeign(
  { record, workspaceId, cluster }: NamespaceFacts,
  live: KubernetesObject,
): Problem {
  const { name, uid, labels } = live.metadata;
  const label = labels?.[WORKSPACE_LABEL];
  if (record) {
    return problemOf(
      'NamespaceRecreated',
      `The namespace ${name} in the cluster ${cluster} is not the one we made: its UID is ${uid} instead of ${record.uid}.`,
      live,
    );
  }
  if (label !== undefined && label !== workspaceId) {
    return problemOf(
      'NamespaceOwnedByOther',
      `The namespace ${name} in the cluster ${cluster} is labelled for the workspace "${label}".`,
      live,
    );
  }
  return problemOf(
    'NamespaceConflict',
    label === undefined
      ? `The namespace ${name} already exists in the cluster ${cluster} and belongs to someone else.`
      : `The namespace ${name} already exists in the cluster ${cluster}; it is labelled for this workspace, but not one that it made.`,
    live,
  );
}

function problemOf(
  reason: Reason,
  message: string,
  live: KubernetesObject,
): Problem {
  const hint = HINTS[reason];
  return {
    reason,
    message,
    ...(hint !== undefined && { hint }),
    object: referenceTo(live),
    step: 'namespaces',
  };
}
