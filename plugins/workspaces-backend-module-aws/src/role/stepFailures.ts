import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
import { StepFailedError } from '@team-workspaces/backstage-plugin-workspaces-node';
import { AwsError } from '../client';
import { InvalidPolicyInput } from '../policies';

/** What keeps a role from being looked at. Rethrows what we did not foresee. */
export function toStepProblem(error: unknown): Problem {
  if (error instanceof AwsError) {
    return error.toProblem();
  }
  if (error instanceof InvalidPolicyInput) {
    return {
      reason: 'AwsInvalid',
      message: `No policy can be rendered for the workspace: ${error.message}`,
      hint: 'Correct workspaces.aws in the configuration.',
    };
  }
  throw error;
}

/** Runs writes; what AWS refuses becomes an error that conditions show. */
export async function toStepFailure(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof AwsError)) {
      throw error;
    }
    const problem = error.toProblem();
    throw new StepFailedError(
      // A role that went away while it was written is made again by the next attempt.
      problem.reason === 'RoleNotFound'
        ? { ...problem, reason: 'AwsConflict' }
        : problem,
      { cause: error },
    );
  }
}
