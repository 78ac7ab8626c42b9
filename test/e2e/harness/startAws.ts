import { findMinistackObstacle, startMinistack } from '../../aws/ministack.mjs';
import { AwsAccount } from './AwsAccount';

/** Starts an emulator of AWS with what an account has before there are workspaces; nothing where it cannot run. */
export async function startAws() {
  // Where CI is set, starting fails instead, and says why.
  if (findMinistackObstacle() && !process.env.CI) {
    return undefined;
  }
  const emulator = await startMinistack();
  const account = new AwsAccount(emulator.url);
  try {
    await account.createBoundary();
  } catch (error) {
    await emulator.stop();
    throw error;
  } finally {
    account.close();
  }
  return emulator;
}
