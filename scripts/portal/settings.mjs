import { isAbsolute, resolve } from 'node:path';
import { fromRoot } from '../toolchain/paths.mjs';

/**
 * Where a development portal listens and what it keeps where.
 *
 * `PORTAL_PORT`, `BACKEND_PORT` and `DEV_DIRECTORY` change it; app-config.yaml reads the same.
 */
export function portalSettings(environment = process.env) {
  const portalPort = readPort(environment, 'PORTAL_PORT', 3000);
  const backendPort = readPort(environment, 'BACKEND_PORT', 7007);
  const directory = environment.DEV_DIRECTORY || '.dev';
  return {
    portalUrl: `http://localhost:${portalPort}`,
    backendUrl: `http://localhost:${backendPort}`,
    directory: isAbsolute(directory)
      ? directory
      : resolve(fromRoot(), directory),
    portalPort,
    backendPort,
  };
}

function readPort(environment, name, fallback) {
  const text = environment[name];
  if (!text) {
    return fallback;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`${name} must be a port from 1 to 65535, not '${text}'`);
  }
  return port;
}
