/**
 * Counts what passed, failed and was skipped.
 *
 * @param strict - nothing may be skipped: what is, has failed
 */
export class Verdict {
  #passed = 0;
  #failed = 0;
  #skipped = 0;
  #missing = new Set();
  #strict;

  constructor({ strict }) {
    this.#strict = strict;
  }

  /**
   * Adds the result of a phase.
   *
   * @param missing - tools without which something was skipped
   */
  add({ passed = 0, failed = 0, skipped = 0, missing = [] }) {
    this.#passed += passed;
    if (this.#strict) {
      this.#failed += failed + skipped;
    } else {
      this.#failed += failed;
      this.#skipped += skipped;
    }
    missing.forEach(tool => this.#missing.add(tool));
  }

  get exitCode() {
    return this.#failed === 0 && this.#passed > 0 ? 0 : 1;
  }

  /** The one line that says it all. */
  toString() {
    const counts = `${this.#passed} passed, ${this.#failed} failed, ${
      this.#skipped
    } skipped`;
    return this.#missing.size > 0
      ? `${counts} (missing: ${[...this.#missing].join(', ')})`
      : counts;
  }
}
