/** Time between two looks, in milliseconds. */
const INTERVAL = 1_000;

/**
 * Calls back once when the process that started this one is gone.
 *
 * npm starts scripts through a shell, which dies of a signal without passing it on. Nothing is
 * watched outside npm, where a command may well be meant to outlive its shell.
 */
export function onParentGone(callback) {
  if (!process.env.npm_lifecycle_event) {
    return;
  }
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      callback();
    }
  }, INTERVAL);
  timer.unref();
}
