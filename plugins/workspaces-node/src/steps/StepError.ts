import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';

/** A step that cannot go on until somebody acts. @public */
export class StepFailedError extends Error {
  readonly name = 'StepFailedError';
  readonly problem: Problem;

  constructor(problem: Problem, options?: { cause?: unknown }) {
    super(problem.message, options);
    this.problem = problem;
  }
}

/** A step that waits for something that is under way, such as a namespace being deleted. @public */
export class StepPendingError extends Error {
  readonly name = 'StepPendingError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
