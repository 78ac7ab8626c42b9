/** Builds the control plane out of Go modules, once per state of its sources. */
import { createHash } from 'node:crypto';
import {
  mkdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildGo } from '../process/buildGo.mjs';
import { findGo, isExecutable } from '../process/findGo.mjs';

const sourceDirectory = fileURLToPath(new URL('.', import.meta.url));
const sources = ['go.mod', 'go.sum', 'main.go'];
/** The names by which the binary becomes a component; `kubectl` is there only to be found. */
const components = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kubectl',
];

/** Where the binary and its links are kept, outside version control. */
export const controlPlaneDirectory = fileURLToPath(
  new URL('../../.toolchain/control-plane', import.meta.url),
);

const binary = join(controlPlaneDirectory, 'controlplane');

/** There is neither a binary nor a Go that could build one. */
export class ControlPlaneUnavailableError extends Error {
  constructor(message) {
    super(message);
    this.name = 'ControlPlaneUnavailableError';
  }
}

/**
 * Why the control plane can neither be found nor be built here.
 *
 * @returns {string | undefined} nothing when it can
 */
export function findControlPlaneObstacle(environment = process.env) {
  if (isExecutable(binary) || findGo(environment)) return undefined;
  return 'The Kubernetes control plane is not built, and there is no Go to build it: install Go 1.26.';
}

async function hashSources() {
  const hash = createHash('sha256');
  for (const name of sources) {
    hash.update(await readFile(join(sourceDirectory, name)));
  }
  return hash.update(await linkerFlags()).digest('hex');
}

/** Smaller without symbols; the version is otherwise only set by the release scripts of Kubernetes. */
async function linkerFlags() {
  const modules = await readFile(join(sourceDirectory, 'go.mod'), 'utf8');
  const version = /k8s\.io\/kubernetes (v\S+)/.exec(modules)?.[1];
  return `-s -w -X k8s.io/component-base/version.gitVersion=${version}`;
}

async function build(go, output, log) {
  log(
    'Building the Kubernetes control plane; the first time takes several minutes.',
  );
  try {
    await buildGo({
      go,
      directory: sourceDirectory,
      output,
      linkerFlags: await linkerFlags(),
      command: '.',
    });
  } catch (error) {
    throw new ControlPlaneUnavailableError(
      `The Kubernetes control plane does not build: ${error.message}`,
    );
  }
}

async function link(directory) {
  for (const component of components) {
    const path = join(directory, component);
    await rm(path, { force: true });
    await symlink('controlplane', path);
  }
}

/**
 * The folder with `etcd`, `kube-apiserver` and `kube-controller-manager`, built when it is missing
 * or older than its sources.
 *
 * @param {{ log?: (message: string) => void }} [options]
 * @returns {Promise<string>} an absolute path
 * @throws {ControlPlaneUnavailableError} when it cannot be built here
 */
export async function ensureControlPlane({ log = () => {} } = {}) {
  const directory = controlPlaneDirectory;
  const hashFile = join(directory, 'sources.sha256');
  const hash = await hashSources();
  const built = await readFile(hashFile, 'utf8').catch(() => undefined);
  if (built?.trim() === hash && isExecutable(binary)) {
    if (!isExecutable(join(directory, 'etcd'))) {
      await link(directory);
    }
    return directory;
  }
  const go = findGo(process.env);
  if (!go) {
    throw new ControlPlaneUnavailableError(
      'The Kubernetes control plane is not built from its present sources, and there is no Go to build it: install Go 1.26.',
    );
  }
  await mkdir(directory, { recursive: true });
  const fresh = `${binary}.${process.pid}.new`;
  try {
    await build(go, fresh, log);
    await rename(fresh, binary);
  } finally {
    await rm(fresh, { force: true });
  }
  await link(directory);
  await writeFile(hashFile, `${hash}\n`);
  return directory;
}
