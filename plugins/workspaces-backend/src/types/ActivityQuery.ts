/** Which page of the activity of a workspace is wanted, and of what. */
export interface ActivityQuery {
  /** Where the page begins, as the page before told; the newest when absent. */
  readonly cursor?: string;
  readonly limit: number;
  /** Only what this one did. */
  readonly actor?: string;
  /** Only what is of this kind. */
  readonly action?: string;
  /** Part of the message or the actor; in whichever case, which on SQLite holds for ASCII only. */
  readonly text?: string;
}
