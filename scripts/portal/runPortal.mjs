import { mkdirSync } from 'node:fs';
import { waitUntil } from '../process/waitUntil.mjs';
import { fromRoot } from '../toolchain/paths.mjs';
import { isBackendReady, isPortalReady, isPortTaken } from './readiness.mjs';

/** How long backend and app may take to answer, in milliseconds. */
const START_TIMEOUT = 5 * 60_000;

/**
 * Runs backend and app until one of them ends or the children are stopped.
 *
 * @param children - where the processes are started
 * @param configFiles - absolute paths, later ones win
 * @returns resolves with the exit code of the process that ended first
 */
export async function runPortal({ children, settings, configFiles }) {
  await assertPortsFree(settings);
  mkdirSync(settings.directory, { recursive: true });

  const env = {
    PORTAL_PORT: String(settings.portalPort),
    BACKEND_PORT: String(settings.backendPort),
    DEV_DIRECTORY: settings.directory,
    NODE_ENV: 'development',
    // No browser window: the address is printed instead.
    BROWSER: 'none',
  };
  const ended = ['backend', 'app'].map(name =>
    children.start({
      name,
      command: process.execPath,
      args: [
        fromRoot('node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'),
        'package',
        'start',
        ...configFiles.flatMap(file => ['--config', file]),
      ],
      cwd: fromRoot('packages', name),
      env,
    }),
  );

  announceWhenReady({ children, settings });
  return Promise.race(ended);
}

async function assertPortsFree({ portalPort, backendPort }) {
  for (const [name, port] of [
    ['PORTAL_PORT', portalPort],
    ['BACKEND_PORT', backendPort],
  ]) {
    if (await isPortTaken(port)) {
      throw new Error(
        `Something listens on port ${port} already: stop it, or choose another port, for example ${name}=${
          port + 100
        } npm start`,
      );
    }
  }
}

async function announceWhenReady({ children, settings }) {
  const { portalUrl, backendUrl } = settings;
  try {
    await waitUntil({
      what: 'backend and app to answer',
      timeout: START_TIMEOUT,
      condition: async () =>
        children.stopping ||
        ((await isBackendReady(backendUrl)) &&
          (await isPortalReady(portalUrl))),
    });
  } catch (error) {
    console.error(error.message);
    return;
  }
  if (!children.stopping) {
    console.log(`\nThe portal is ready: ${portalUrl}\nCtrl-C stops it.\n`);
  }
}
