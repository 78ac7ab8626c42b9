import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The root folder of this repository. */
export const rootDirectory = fileURLToPath(new URL('../..', import.meta.url));

/** Where tools are kept that the machine lacks; ignored by git. */
export const toolchainDirectory = join(rootDirectory, '.toolchain');

/** A path below the root folder. */
export function fromRoot(...parts) {
  return join(rootDirectory, ...parts);
}
