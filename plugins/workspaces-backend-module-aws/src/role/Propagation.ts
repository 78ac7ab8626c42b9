import { PAUSES_MS } from './settleRole';

/** How much earlier than the last time the first look is: AWS may be faster by now. */
const EARLIER = 0.9;

/**
 * How long AWS takes to know what we just made. Each look that comes too early takes from the rate of the account, so
 * the first one comes when the last of what we made was known. Few are made in any case.
 */
export class Propagation {
  #lastMs = 0;

  /** Pauses between looks, in milliseconds. */
  pauses(): number[] {
    const [shortest] = PAUSES_MS;
    const pauses = [Math.max(shortest, this.#lastMs * EARLIER)];
    let [waited] = pauses;
    let usual = 0;
    for (const pause of PAUSES_MS) {
      usual += pause;
      if (usual > waited) {
        pauses.push(Math.max(shortest, usual - waited));
        waited = usual;
      }
    }
    return pauses;
  }

  /** Something was known after so many milliseconds of pauses. */
  took(ms: number): void {
    this.#lastMs = ms;
  }
}
