import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toolchainDirectory } from './paths.mjs';
import { isSupportedNode, nodePackage } from './packages.mjs';

/** Whether the Node that runs this script can run Backstage. */
export function isRunningSupportedNode() {
  return isSupportedNode(process.versions.node);
}

/** The folder of the Node that the toolchain brings, whether or not it is there yet. */
export function toolchainNodeDirectory() {
  const { name } = nodePackage(process);
  return join(toolchainDirectory, 'node_modules', name);
}

/** The Node that the toolchain brought, when it did. */
export function findToolchainNode() {
  const executable = join(
    toolchainNodeDirectory(),
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return existsSync(executable) ? executable : undefined;
}

/** The folder whose `include/node` holds the headers of a Node, when it came with them. */
export function findHeaders(executable) {
  const directory = dirname(dirname(executable));
  return existsSync(join(directory, 'include', 'node', 'node.h'))
    ? directory
    : undefined;
}
