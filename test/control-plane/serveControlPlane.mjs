/**
 * Runs the control plane in a process of its own for the process that forked this one, and stops
 * it together with that process.
 */
import { ControlPlaneUnavailableError } from './buildControlPlane.mjs';
import { startControlPlane } from './startControlPlane.mjs';

const send = message =>
  new Promise(resolve => {
    if (process.connected) process.send(message, () => resolve());
    else resolve();
  });

const options = JSON.parse(process.argv[2] ?? '{}');
try {
  const controlPlane = await startControlPlane({
    ...options,
    log: text => process.stderr.write(`${text}\n`),
  });
  const stop = async () => {
    await controlPlane.stop();
    process.exit(0);
  };
  process.once('disconnect', stop);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.on('message', async ({ id, user }) => {
    const credentials = await controlPlane.addUser(user);
    await send({ type: 'user', id, credentials });
  });
  const { url, caData, adminToken, tokens } = controlPlane;
  await send({
    type: 'ready',
    controlPlane: {
      url,
      caData,
      adminToken,
      tokens,
      kubeconfig: controlPlane.kubeconfig(),
    },
  });
} catch (error) {
  await send({
    type: 'failed',
    unavailable: error instanceof ControlPlaneUnavailableError,
    message: error.message,
  });
  process.exit(1);
}
