import type {
  Condition,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/** How far the setting up of a workspace is. */
export type Outcome =
  | { readonly type: 'under-way' }
  | { readonly type: 'ready'; readonly warnings: readonly Condition[] }
  | { readonly type: 'failed'; readonly conditions: readonly Condition[] };

/**
 * What a wait makes of a workspace. A degraded one counts as ready when everything essential is as it should be,
 * and as under way while another attempt is going to be made.
 */
export function outcomeOf(workspace: Workspace): Outcome {
  const { phase, conditions, nextAttemptAt } = workspace;
  const failing = conditions.filter(({ status }) => status === 'False');
  switch (phase) {
    case 'active':
      return { type: 'ready', warnings: [] };
    case 'degraded':
      if (
        conditions.every(
          ({ essential, status }) => !essential || status === 'True',
        )
      ) {
        return { type: 'ready', warnings: failing };
      }
      return nextAttemptAt || failing.length === 0
        ? { type: 'under-way' }
        : { type: 'failed', conditions: failing };
    case 'error':
      return { type: 'failed', conditions: failing };
    case 'deleting':
      return { type: 'failed', conditions: [] };
    default:
      return { type: 'under-way' };
  }
}
