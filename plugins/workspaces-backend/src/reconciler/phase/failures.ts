import {
  isReason,
  type Condition,
  type Reason,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** Reasons that may pass without anybody changing anything. */
const TRANSIENT_REASONS: ReadonlySet<Reason> = new Set<Reason>([
  'ClusterUnreachable',
  'ClusterUnavailable',
  'RequestTimeout',
  'TooManyRequests',
  'ObjectConflict',
  'NamespaceTerminating',
  'DatabaseUnavailable',
  'CatalogUnavailable',
  'AwsUnreachable',
  'AwsThrottled',
  'AwsConflict',
  'StepTimeout',
  'AwsUnreachable',
  'AwsThrottled',
  'AwsConflict',
]);

/** Reasons for which nothing of the workspace may be touched, complete or not. */
const CONFLICT_REASONS: ReadonlySet<Reason> = new Set<Reason>([
  'NamespaceConflict',
  'NamespaceOwnedByOther',
  'NamespaceRecreated',
]);

/** Whether the same pass may succeed later by itself. Reasons that are not ours count as permanent. */
export function isTransientReason(reason: string): boolean {
  return isReason(reason) && TRANSIENT_REASONS.has(reason);
}

/** Whether a namespace of the workspace belongs to somebody else. */
export function isNamespaceConflict(reason: string): boolean {
  return isReason(reason) && CONFLICT_REASONS.has(reason);
}

/** Whether a step failed: differences that are only reported are not a failure. */
export function isFailure(condition: Condition): boolean {
  return condition.status === 'False' && condition.reason !== 'DriftDetected';
}
