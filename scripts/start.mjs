/** Starts a portal on a simulated cluster, from a bare machine. */
import { developmentConfigFiles } from './portal/configFiles.mjs';
import { runPortal } from './portal/runPortal.mjs';
import { portalSettings } from './portal/settings.mjs';
import { untilStopped } from './process/untilStopped.mjs';
import { ensureDependencies } from './toolchain/ensureDependencies.mjs';
import { ensureToolchain } from './toolchain/ensureToolchain.mjs';

await ensureToolchain();
await ensureDependencies();
await untilStopped(children =>
  runPortal({
    children,
    settings: portalSettings(),
    configFiles: developmentConfigFiles(),
  }),
);
