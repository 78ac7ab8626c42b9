/** Starts a portal on a real Kubernetes control plane and PostgreSQL, from a bare machine with Go. */
import { developmentConfigFiles } from './portal/configFiles.mjs';
import { runPortal } from './portal/runPortal.mjs';
import { portalSettings } from './portal/settings.mjs';
import { untilStopped } from './process/untilStopped.mjs';
import { ensureDependencies } from './toolchain/ensureDependencies.mjs';
import { ensureToolchain } from './toolchain/ensureToolchain.mjs';

await ensureToolchain();
await ensureDependencies();
// Needs the dependencies that were just installed.
const { startRealParts } = await import('./real/startRealParts.mjs');
await untilStopped(async children => {
  const settings = portalSettings();
  const configFile = await startRealParts({ children, settings });
  return runPortal({
    children,
    settings,
    configFiles: [...developmentConfigFiles(), configFile],
  });
});
