import type {
  Condition,
  Phase,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** How something stands, for icon and colour; words say the same beside it. */
export type Tone = 'ok' | 'working' | 'warning' | 'error' | 'muted';

/** The order in which phases are offered by filters. */
export const PHASES: readonly Phase[] = [
  'error',
  'degraded',
  'pending',
  'deleting',
  'active',
];

/** The tone of a phase. */
export const PHASE_TONES: Readonly<Record<Phase, Tone>> = {
  pending: 'working',
  active: 'ok',
  degraded: 'warning',
  error: 'error',
  deleting: 'muted',
};

/** Whether a workspace changes by itself now, so that looking often pays. */
export function isMoving(phase: Phase): boolean {
  return phase === 'pending' || phase === 'deleting';
}

/** What a step is doing, as the timeline shows it. */
export type StepState = 'done' | 'working' | 'failed' | 'waiting';

/** The state of a step, from its condition. */
export function stepState(condition: Condition): StepState {
  if (condition.status === 'True') {
    return 'done';
  }
  if (condition.reason === 'Waiting') {
    return 'waiting';
  }
  if (
    condition.status === 'Unknown' ||
    condition.reason === 'Progressing' ||
    condition.reason === 'Deleting' ||
    condition.reason === 'NamespaceTerminating'
  ) {
    return 'working';
  }
  return 'failed';
}

/** The first step that failed; undefined when none did. */
export function failedCondition(workspace: Workspace): Condition | undefined {
  return workspace.conditions.find(
    condition => stepState(condition) === 'failed',
  );
}
