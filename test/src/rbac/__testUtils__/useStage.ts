import { findControlPlaneObstacle } from '../../cluster/controlPlane';
import { RbacStage } from './RbacStage';

/** Building and starting the control plane, and thousands of questions, take longer than a test usually may. */
export const STAGE_LIMIT_MS = 180_000;

/**
 * Why the tests cannot run on this machine, for the name under which they are skipped; where CI is set, nothing is
 * skipped.
 */
export function findStageObstacle(): string | undefined {
  return process.env.CI ? undefined : findControlPlaneObstacle();
}

/** Starts a real control plane with two provisioned workspaces before the tests of a block. */
export function useStage(): { readonly current: RbacStage } {
  let stage: RbacStage | undefined;

  beforeAll(async () => {
    stage = await RbacStage.start();
    await stage.provision();
  }, STAGE_LIMIT_MS);

  afterAll(async () => {
    await stage?.stop();
  });

  return {
    get current() {
      if (!stage) {
        throw new Error('The control plane did not start');
      }
      return stage;
    },
  };
}
