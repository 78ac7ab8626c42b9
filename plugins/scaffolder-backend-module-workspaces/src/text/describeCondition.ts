import type { Condition } from '@team-workspaces/backstage-plugin-workspaces-common';

/** A step in one line, such as `✓ Namespaces: 3 of 3 in 1.2 s`. */
export function describeCondition(condition: Condition): string {
  const { title, status, reason, done, total } = condition;
  const count = total === undefined ? '' : `${done ?? 0} of ${total}`;
  if (status === 'True') {
    const took = describeMilliseconds(condition.durationMs);
    return `✓ ${title}: ${[count || 'ready', took].filter(Boolean).join(' ')}`;
  }
  if (status === 'False') {
    return `✕ ${title}: ${describeFailure(condition)}`;
  }
  return reason === 'Progressing'
    ? `◌ ${title}: ${count || 'at work'}`
    : `○ ${title}: ${condition.message}`;
}

/** Why a step failed, with its code, and what to do. */
export function describeFailure(
  condition: Pick<Condition, 'reason' | 'message' | 'hint'>,
): string {
  const remedy = condition.hint ? ` What to do: ${condition.hint}` : '';
  return `${condition.message} (${condition.reason})${remedy}`;
}

function describeMilliseconds(milliseconds: number | undefined): string {
  return milliseconds === undefined
    ? ''
    : `in ${(milliseconds / 1000).toFixed(1)} s`;
}
