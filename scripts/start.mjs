/** Starts a portal on a simulated cluster, from a bare machine. */
import { runPortal } from './portal/runPortal.mjs';
import { portalSettings } from './portal/settings.mjs';
import { untilStopped } from './process/untilStopped.mjs';
import { ensureDependencies } from './toolchain/ensureDependencies.mjs';
import { ensureToolchain } from './toolchain/ensureToolchain.mjs';
import { fromRoot } from './toolchain/paths.mjs';
import { existsSync } from 'node:fs';

await ensureToolchain();
await ensureDependencies();

const configFiles = ['app-config.yaml', 'app-config.local.yaml']
  .map(name => fromRoot(name))
  .filter(file => existsSync(file));
await untilStopped(children =>
  runPortal({ children, settings: portalSettings(), configFiles }),
);
