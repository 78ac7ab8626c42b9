import { setImmediate } from 'node:timers/promises';

/** How long work may keep the event loop, in milliseconds. */
const SLICE_MS = 8;

/** Interrupts long computations, so that requests are answered in between. */
export class TimeSlice {
  #since = performance.now();

  /** Lets others run when it is their turn. */
  async pause(): Promise<void> {
    if (performance.now() - this.#since >= SLICE_MS) {
      await setImmediate();
      this.#since = performance.now();
    }
  }
}
