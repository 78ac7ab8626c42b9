/** `unknown` is what cannot be decided from what is known of a request, or is not understood. @public */
export type Truth = boolean | 'unknown';

/** True when all are; false as soon as one is, whatever the others are. */
export function allOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = test(item);
    if (truth === false) {
      return false;
    }
    if (truth === 'unknown') {
      result = 'unknown';
    }
  }
  return result;
}

/** True as soon as one is; false when all are. */
export function anyOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = false;
  for (const item of items) {
    const truth = test(item);
    if (truth === true) {
      return true;
    }
    if (truth === 'unknown') {
      result = 'unknown';
    }
  }
  return result;
}

/** The opposite; what is unknown stays so. */
export function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}
