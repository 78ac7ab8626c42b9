/** What became of operations that ran side by side. */
export interface Settled<T> {
  readonly values: readonly T[];
  /** Throws the first failure, if there was one. */
  throwFirst(): void;
}

/**
 * Waits for all operations, also when some fail, so that what did succeed can be recorded before the failure is
 * reported.
 */
export async function settle<T>(
  operations: readonly Promise<T>[],
): Promise<Settled<T>> {
  const results = await Promise.allSettled(operations);
  const failure = results.find(result => result.status === 'rejected');
  return {
    values: results
      .filter(result => result.status === 'fulfilled')
      .map(({ value }) => value),
    throwFirst: () => {
      if (failure) {
        throw failure.reason;
      }
    },
  };
}
