import { StepFailedError } from '@team-workspaces/backstage-plugin-workspaces-node';
import { hasCode, type AwsError } from '../client';
import { PAUSES_MS, type Sleep } from '../role/settleRole';
import { roleNotKnown } from './associationProblems';

/** How EKS refuses a role, or the trust of one, that it does not know yet. */
const ABOUT_ROLE = /\brole\b/i;

/**
 * Writes an association with a role that we know exists: EKS refuses it for seconds after IAM made it. Throws a
 * StepFailedError `AwsConflict` when it does not get to know it.
 */
export async function untilRoleIsAccepted<T>(
  roleArn: string,
  write: () => Promise<T>,
  options: { readonly sleep: Sleep; readonly signal: AbortSignal },
): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await write();
    } catch (error) {
      if (!refusesRole(error)) {
        throw error;
      }
      await options.sleep(pause, options.signal);
    }
  }
  try {
    return await write();
  } catch (error) {
    if (refusesRole(error)) {
      throw new StepFailedError(roleNotKnown(roleArn, error.raw), {
        cause: error,
      });
    }
    throw error;
  }
}

function refusesRole(error: unknown): error is AwsError {
  return hasCode(error, 'InvalidParameter') && ABOUT_ROLE.test(error.raw ?? '');
}
