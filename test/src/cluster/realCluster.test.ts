import { describeClusterContract } from './contract';
import { ControlPlane, findControlPlaneObstacle } from './controlPlane';

jest.setTimeout(120_000);

// Where CI is set nothing may be skipped: starting it then fails with the same reason.
const skipBecause = process.env.CI ? undefined : findControlPlaneObstacle();

describeClusterContract('the real control plane', () => ControlPlane.start(), {
  skipBecause,
});
