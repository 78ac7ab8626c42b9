import { connect } from 'node:net';

/** Whether the backend's plugins have all started, and its catalog knows who may sign in. */
export async function isBackendReady(backendUrl) {
  const health = await fetch(`${backendUrl}/.backstage/health/v1/readiness`);
  if (!health.ok) {
    return false;
  }
  // 503 until the catalog has read the personas; any other answer means that there is nothing to wait for.
  const persona = await fetch(
    `${backendUrl}/api/auth/personas/refresh?persona=developer`,
  );
  return persona.status !== 503;
}

/** Whether the app has been compiled and is served. */
export async function isPortalReady(portalUrl) {
  return (await fetch(portalUrl)).ok;
}

/** Whether something listens on a port of this machine already. */
export function isPortTaken(port) {
  return new Promise(resolve => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
