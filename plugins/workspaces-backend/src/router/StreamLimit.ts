import { RequestError } from '../service/RequestError';

/** Streams that one user can have open on one backend: some pages, and tasks of the scaffolder. */
const STREAMS_PER_USER = 20;

/** Bounds how many event streams a user has open. */
export class StreamLimit {
  readonly #open = new Map<string, number>();

  /** Takes one of the streams of a user. Returns how to give it back. */
  acquire(userRef: string): () => void {
    const open = this.#open.get(userRef) ?? 0;
    if (open >= STREAMS_PER_USER) {
      throw new RequestError(
        'TooManyRequests',
        `You follow ${open} workspaces at once, as many as one may; poll instead, or close some.`,
      );
    }
    this.#open.set(userRef, open + 1);
    return () => {
      const left = (this.#open.get(userRef) ?? 1) - 1;
      if (left > 0) {
        this.#open.set(userRef, left);
      } else {
        this.#open.delete(userRef);
      }
    };
  }
}
