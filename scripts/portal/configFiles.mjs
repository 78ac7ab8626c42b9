import { existsSync } from 'node:fs';
import { fromRoot } from '../toolchain/paths.mjs';

/** The configuration of a development portal: ours, then that of whoever works here. */
export function developmentConfigFiles() {
  return ['app-config.yaml', 'app-config.local.yaml']
    .map(name => fromRoot(name))
    .filter(file => existsSync(file));
}
