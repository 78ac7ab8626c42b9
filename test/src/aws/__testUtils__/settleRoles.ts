import { setTimeout as delay } from 'node:timers/promises';
import {
  StepFailedError,
  type Workspace,
  type WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { RoleStage } from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws/src/testing/RoleStage';

const TRANSIENT = ['AwsThrottled', 'AwsUnreachable', 'AwsConflict'];
const BACKOFF_MS = 1_000;

/** Runs passes as the reconciler does: some workspaces at a time, and those that failed again later. */
export async function settleRoles(options: {
  readonly stage: RoleStage;
  readonly workspaces: readonly Workspace[];
  readonly concurrency: number;
  readonly random: () => number;
  /** Which steps a pass runs, one after the other; that of the role when absent. */
  readonly steps?: readonly WorkspaceStep[];
}): Promise<{ readonly attempts: number }> {
  const { stage, workspaces, concurrency, random } = options;
  const steps = options.steps ?? [stage.step];
  const due = workspaces.map(workspace => ({ workspace, failures: 0 }));
  let unsettled = workspaces.length;
  let attempts = 0;
  const attempt = async (next: (typeof due)[number]) => {
    attempts += 1;
    try {
      for (const step of steps) {
        await stage.pass(next.workspace, step);
      }
      unsettled -= 1;
    } catch (error) {
      if (
        !(error instanceof StepFailedError) ||
        !TRANSIENT.includes(error.problem.reason)
      ) {
        throw error;
      }
      const pause = BACKOFF_MS * 2 ** next.failures * (0.5 + random() / 2);
      setTimeout(
        () => due.push({ ...next, failures: next.failures + 1 }),
        pause,
      );
    }
  };
  const work = async () => {
    while (unsettled > 0) {
      const next = due.shift();
      await (next ? attempt(next) : delay(10));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { attempts };
}
