/** Runs an AWS emulator for the process that forked this one, and ends with it. */
import { startMinistack } from './ministack.mjs';

try {
  const { url, stop } = await startMinistack();
  const end = async () => {
    await stop();
    process.exit();
  };
  process.once('SIGTERM', end);
  process.once('disconnect', end);
  process.send({ type: 'ready', url });
} catch (error) {
  process.send({ type: 'failed', message: error.message });
  process.exitCode = 1;
  process.disconnect();
}
