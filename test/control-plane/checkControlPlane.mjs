/** Writes why the control plane cannot run here, and nothing when it can. */
import { findControlPlaneObstacle } from './buildControlPlane.mjs';

process.stdout.write(findControlPlaneObstacle() ?? '');
