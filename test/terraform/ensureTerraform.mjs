/** Brings a Terraform: the installed one, else OpenTofu, built out of Go modules once per version. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildGo } from '../process/buildGo.mjs';
import { findGo, isExecutable } from '../process/findGo.mjs';
import {
  builtTofu,
  findInstalledTerraform,
  findTerraformObstacle,
  terraformDirectory,
} from './findTerraform.mjs';

const sourceDirectory = fileURLToPath(new URL('.', import.meta.url));
const command = 'github.com/opentofu/opentofu/cmd/tofu';

/** There is neither Terraform nor OpenTofu, nor a Go that could build it. */
export class TerraformUnavailableError extends Error {
  constructor(message) {
    super(message);
    this.name = 'TerraformUnavailableError';
  }
}

async function hashSources() {
  const hash = createHash('sha256');
  for (const name of ['go.mod', 'go.sum']) {
    hash.update(await readFile(join(sourceDirectory, name)));
  }
  return hash.digest('hex');
}

async function build(go, output) {
  const linkerFlags = '-s -w';
  try {
    await buildGo({
      go,
      directory: sourceDirectory,
      output,
      linkerFlags,
      command,
    });
  } catch (error) {
    throw new TerraformUnavailableError(
      `OpenTofu does not build: ${error.message}`,
    );
  }
}

/**
 * OpenTofu, built when it is missing or of another version than go.mod asks for.
 *
 * @param {{ log?: (message: string) => void }} [options]
 * @returns {Promise<string>} the absolute path of the executable
 * @throws {TerraformUnavailableError} when it cannot be built here
 */
export async function ensureTofu({ log = () => {} } = {}) {
  const hashFile = join(terraformDirectory, 'sources.sha256');
  const hash = await hashSources();
  const built = await readFile(hashFile, 'utf8').catch(() => undefined);
  if (built?.trim() === hash && isExecutable(builtTofu)) {
    return builtTofu;
  }
  const go = findGo();
  if (!go) {
    throw new TerraformUnavailableError(findTerraformObstacle());
  }
  log('Building OpenTofu; the first time takes several minutes.');
  await mkdir(terraformDirectory, { recursive: true });
  const fresh = `${builtTofu}.${process.pid}.new`;
  try {
    await build(go, fresh);
    await rename(fresh, builtTofu);
  } finally {
    await rm(fresh, { force: true });
  }
  await writeFile(hashFile, `${hash}\n`);
  return builtTofu;
}

/**
 * The executable of Terraform or OpenTofu.
 *
 * @param {{ log?: (message: string) => void }} [options]
 * @returns {Promise<string>} an absolute path
 * @throws {TerraformUnavailableError} when there is none, and none can be built
 */
export async function ensureTerraform(options) {
  return findInstalledTerraform() ?? ensureTofu(options);
}
