import type { PassEnd, WorkspacePass } from '../pass/WorkspacePass';
import type { ReconcilerContext } from '../ReconcilerContext';

/** Runs a pass within a span of a trace, and measures it. */
export async function runPass(
  { tracing, metrics, monotonicClock }: ReconcilerContext,
  pass: WorkspacePass,
  workspaceId: string,
): Promise<PassEnd> {
  const startedAt = monotonicClock();
  const end = tracing
    ? await tracing.startActiveSpan(
        'workspaces.reconcile',
        { attributes: { 'workspace.id': workspaceId } },
        async span => {
          const result = await pass.run();
          span.setAttribute('workspaces.pass.outcome', result.outcome);
          span.setAttribute('workspaces.pass.reads', result.reads);
          span.setAttribute('workspaces.pass.writes', result.writes);
          return result;
        },
      )
    : await pass.run();
  metrics.passEnded({ ...end, durationMs: monotonicClock() - startedAt });
  return end;
}
