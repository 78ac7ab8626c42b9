import { spawn, spawnSync } from 'node:child_process';
import { onParentGone } from '../process/onParentGone.mjs';
import { toolchainEnvironment } from './environment.mjs';
import { installPackages, writeYarnCommand } from './installPackages.mjs';
import {
  findToolchainNode,
  isRunningSupportedNode,
} from './nodeInstallation.mjs';
import { nodePackage, yarnPackage } from './packages.mjs';
import { hasInstalledYarn, hasToolchainYarn } from './yarnCommand.mjs';

/** Set for the script that runs under the toolchain. */
const MARK = 'WORKSPACES_TOOLCHAIN';

/**
 * Goes on only under a Node and with a Yarn that this repository needs.
 *
 * Brings what the machine lacks, then runs the calling script again under it; in that case this
 * never returns, and the process ends as the second run does.
 */
export async function ensureToolchain() {
  if (process.env[MARK]) {
    return;
  }
  const node = await ensureNode();
  await runAgain(node);
}

async function ensureNode() {
  const missing = [];
  const needsNode = !isRunningSupportedNode();
  if (needsNode && !findToolchainNode()) {
    missing.push(nodePackage(process));
  }
  const needsYarn = !hasToolchainYarn() && !hasInstalledYarn();
  if (needsYarn) {
    missing.push(yarnPackage);
  }
  if (missing.length > 0) {
    await installPackages(missing);
  }
  if (hasToolchainYarn()) {
    writeYarnCommand();
  }

  const node = needsNode ? findToolchainNode() : process.execPath;
  if (!node || spawnSync(node, ['--version']).status !== 0) {
    throw new Error(
      `Node ${process.versions.node} cannot run Backstage, and the Node that was fetched does not run on this machine: install Node 24 and start again`,
    );
  }
  return node;
}

/** Runs this process's own command under a Node, passes signals on, and ends as it ends. */
function runAgain(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...toolchainEnvironment({ node }), [MARK]: '1' },
  });
  // This process has to outlive its child, which decides what a signal means.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  onParentGone(() => child.kill('SIGTERM'));
  child.on('error', error => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code ?? 1));
  return new Promise(() => {});
}
