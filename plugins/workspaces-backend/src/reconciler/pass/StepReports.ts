import type { WorkspaceStep } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { ConditionBoard } from './ConditionBoard';
import type { StepFailure } from './describeFailure';
import type { StepScope } from './PassContext';
import type { ProgressSaver } from './ProgressSaver';

/** What steps work with and report to during a pass, whichever way it goes. */
export interface StepReports {
  readonly board: ConditionBoard;
  readonly saver: ProgressSaver;
  /** What a step works with. Throws what keeps every step from being tried. */
  readonly scopeOf: (step: WorkspaceStep) => StepScope;
  /** How long one step may take, in milliseconds. */
  readonly stepTimeoutMs: number;
  readonly onFailure: (step: WorkspaceStep, failure: StepFailure) => void;
}
