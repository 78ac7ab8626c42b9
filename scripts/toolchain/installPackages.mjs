import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { runCommand } from '../process/runCommand.mjs';
import { toolchainDirectory } from './paths.mjs';
import { yarnScript } from './yarnCommand.mjs';

/** The npm that runs us, else the one that a shell finds. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script && basename(script) === 'npm-cli.js'
    ? { command: process.execPath, args: [script] }
    : { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** Brings npm packages into the toolchain, beside those that it has. */
export async function installPackages(packages) {
  mkdirSync(toolchainDirectory, { recursive: true });
  const manifest = join(toolchainDirectory, 'package.json');
  if (!existsSync(manifest)) {
    // Without it npm would install into the repository's own manifest.
    writeFileSync(manifest, '{ "name": "toolchain", "private": true }\n');
  }

  const specifiers = packages.map(({ name, version }) => `${name}@${version}`);
  console.log(`Fetching ${specifiers.join(' and ')} into .toolchain …`);
  const { command, args, shell } = npmCommand();
  await runCommand({
    command,
    args: [
      ...args,
      'install',
      '--no-audit',
      '--no-fund',
      '--loglevel=warn',
      ...specifiers,
    ],
    shell,
    cwd: toolchainDirectory,
  });
}

/** Makes the toolchain's Yarn a command that scripts can call by its name. */
export function writeYarnCommand() {
  const bin = join(toolchainDirectory, 'bin');
  mkdirSync(bin, { recursive: true });
  const script = relative(bin, yarnScript);
  const shim = join(bin, 'yarn');
  writeFileSync(
    shim,
    `#!/bin/sh\nexec node "$(dirname "$0")/${script}" "$@"\n`,
  );
  chmodSync(shim, 0o755);
  if (process.platform === 'win32') {
    writeFileSync(`${shim}.cmd`, `@node "%~dp0${script}" %*\r\n`);
  }
}
