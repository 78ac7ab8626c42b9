import { ChildProcesses } from './ChildProcesses.mjs';
import { onParentGone } from './onParentGone.mjs';

/**
 * Runs something with children until it ends or somebody stops it, and leaves no child behind.
 *
 * @param run - gets the children; its result is the exit code
 */
export async function untilStopped(run) {
  const children = new ChildProcesses();
  const stopped = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => resolve(0));
    }
    onParentGone(() => resolve(0));
  });
  try {
    process.exitCode = await Promise.race([run(children), stopped]);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
  await children.stop();
  process.exit();
}
