/** Beyond these everything is forgotten and proved anew; a portal of 5,000 workspaces stays below both. */
const MAX_POLICIES = 10_000;
const MAX_NEIGHBOURS = 20_000;

/**
 * Remembers for which neighbours a role's policies were proved, and with how many requests. Two bytes per pair, since
 * 2,000 workspaces have four million of them.
 */
export class ProvedPairs {
  readonly #neighbours = new Map<string, number>();
  readonly #policies = new Map<string, Uint16Array>();

  /** How many requests the proof took; undefined when the pair was not proved. */
  requests(policies: string, neighbour: string): number | undefined {
    const index = this.#neighbours.get(neighbour);
    return index === undefined
      ? undefined
      : this.#policies.get(policies)?.[index] || undefined;
  }

  add(policies: string, neighbour: string, requests: number): void {
    this.#forgetWhenFull(policies, neighbour);
    const index = this.#indexOf(neighbour);
    let row = this.#policies.get(policies);
    if (!row || row.length <= index) {
      const longer = new Uint16Array(Math.max(256, 2 * index));
      longer.set(row ?? []);
      row = longer;
      this.#policies.set(policies, row);
    }
    row[index] = Math.min(requests, 0xffff);
  }

  #indexOf(neighbour: string): number {
    let index = this.#neighbours.get(neighbour);
    if (index === undefined) {
      index = this.#neighbours.size;
      this.#neighbours.set(neighbour, index);
    }
    return index;
  }

  #forgetWhenFull(policies: string, neighbour: string): void {
    const full =
      (this.#policies.size >= MAX_POLICIES && !this.#policies.has(policies)) ||
      (this.#neighbours.size >= MAX_NEIGHBOURS &&
        !this.#neighbours.has(neighbour));
    if (full) {
      this.#policies.clear();
      this.#neighbours.clear();
    }
  }
}
