import type { startMinistack } from '../../aws/ministack.mjs';

export { findMinistackObstacle, startMinistack } from '../../aws/ministack.mjs';

/** A throwaway AWS emulator that enforces IAM. */
export type Ministack = Awaited<ReturnType<typeof startMinistack>>;
