/** Prints why the AWS emulator can neither be found nor be installed here; nothing when it can. */
import { findMinistackObstacle } from './ministack.mjs';

process.stdout.write(findMinistackObstacle() ?? '');
