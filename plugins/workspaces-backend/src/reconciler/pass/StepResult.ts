import type { StepFailure } from './describeFailure';

/** What became of one step in one pass. */
export type StepResult =
  | { readonly type: 'ready' }
  /** Differs, and is only reported. */
  | { readonly type: 'drift' }
  /** Was not tried because another step is not ready. */
  | { readonly type: 'waiting' }
  | { readonly type: 'failed'; readonly failure: StepFailure };

/** Whether steps that depend on it may go on. */
export function isUsable(result: StepResult): boolean {
  return result.type === 'ready' || result.type === 'drift';
}
