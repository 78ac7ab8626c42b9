import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { toolchainDirectory } from './paths.mjs';
import { isSupportedYarn, yarnPackage } from './packages.mjs';

/** The Yarn that the toolchain brings, whether or not it is there yet. */
export const yarnScript = join(
  toolchainDirectory,
  'node_modules',
  ...yarnPackage.name.split('/'),
  'bin',
  'yarn.js',
);

/** Whether the toolchain brought its own Yarn. */
export function hasToolchainYarn() {
  return existsSync(yarnScript);
}

/** Whether the `yarn` that a shell would start is Yarn 4. */
export function hasInstalledYarn() {
  const { status, stdout } = spawnSync('yarn', ['--version'], {
    encoding: 'utf8',
    // On Windows yarn is a .cmd file, which only a shell can start.
    shell: process.platform === 'win32',
    // Corepack's yarn would ask before downloading, or wait for a registry that it cannot reach.
    env: { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' },
    timeout: 20_000,
  });
  return status === 0 && isSupportedYarn(stdout.trim());
}
