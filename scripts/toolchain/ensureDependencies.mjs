import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../process/runCommand.mjs';
import { fromRoot } from './paths.mjs';
import { hasToolchainYarn, yarnScript } from './yarnCommand.mjs';

/** Inside node_modules, so that it goes when they go. */
const stampFile = fromRoot('node_modules', '.installed-from');

/**
 * Installs dependencies, unless nothing that decides about them changed since the last time.
 *
 * @param immutable - refuse to change the lockfile
 */
export async function ensureDependencies({ immutable = false } = {}) {
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (stamp === dependenciesHash()) {
    return;
  }
  console.log('Installing dependencies; the first time takes a few minutes …');
  await runCommand({
    ...yarnCommand(),
    args: [
      ...yarnCommand().args,
      'install',
      ...(immutable ? ['--immutable'] : []),
    ],
  });
  // Yarn may have completed the lockfile.
  writeFileSync(stampFile, dependenciesHash());
}

/** Changes with whatever decides what is installed: manifests, lockfile, Yarn's settings, platform. */
export function dependenciesHash({ root = fromRoot() } = {}) {
  const hash = createHash('sha256');
  hash.update(
    `${process.platform} ${process.arch} ${process.versions.modules}`,
  );
  for (const file of dependencyFiles(root)) {
    hash.update(`\n${file}\n`);
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function dependencyFiles(root) {
  const folders = ['packages', 'plugins'].flatMap(parent =>
    existsSync(join(root, parent))
      ? readdirSync(join(root, parent)).map(name => join(parent, name))
      : [],
  );
  return [
    'yarn.lock',
    '.yarnrc.yml',
    ...['.', 'test', ...folders].map(folder => join(folder, 'package.json')),
  ]
    .filter(file => existsSync(join(root, file)))
    .sort();
}

function yarnCommand() {
  return hasToolchainYarn()
    ? { command: process.execPath, args: [yarnScript] }
    : { command: 'yarn', args: [], shell: process.platform === 'win32' };
}
