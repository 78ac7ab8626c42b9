import type { Condition } from '@team-workspaces/backstage-plugin-workspaces-common';

/** Conditions at a fresh start: what failed before is open again, and what is reported may be repaired. */
export function restartConditions(
  conditions: readonly Condition[],
  now: Date,
): Condition[] {
  return conditions.map(condition =>
    condition.status === 'False' ? reopen(condition, now) : condition,
  );
}

function reopen(condition: Condition, now: Date): Condition {
  const { hint, object, raw, drift, ...rest } = condition;
  return {
    ...rest,
    status: 'Unknown',
    reason: 'Progressing',
    message: 'Starts again.',
    lastTransitionTime: now.toISOString(),
  };
}
