import type { Reason } from '@team-workspaces/backstage-plugin-workspaces-common';
import { codeOf } from './readableError';

/** How often something is read and written anew when it changed between the two. */
const MAX_ATTEMPTS = 5;

/**
 * Runs a body that reads and then writes, and runs it again when somebody else wrote in between.
 *
 * @param reasons - codes that say so; an outdated revision by default
 */
export async function retryOnConflict<T>(
  body: () => Promise<T>,
  reasons: readonly Reason[] = ['RevisionConflict'],
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await body();
    } catch (error) {
      const code = codeOf(error);
      if (
        attempt === MAX_ATTEMPTS ||
        !reasons.some(reason => reason === code)
      ) {
        throw error;
      }
    }
  }
}
