/** Starts throwaway AWS emulators that enforce IAM, from a Python environment of their own. */
import { execFileSync, spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  rmSync,
} from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../process/freePort.mjs';
import { runQuietly } from '../process/runQuietly.mjs';

const VERSION = '1.5.33';
const READY_WITHIN_MS = 60_000;

/** Where the environment is kept, outside version control. */
const environmentDirectory = fileURLToPath(
  new URL('../../.toolchain/ministack', import.meta.url),
);
const stamp = join(environmentDirectory, 'version');
const scripts = join(
  environmentDirectory,
  process.platform === 'win32' ? 'Scripts' : 'bin',
);
const executable = join(
  scripts,
  process.platform === 'win32' ? 'ministack.exe' : 'ministack',
);

/**
 * Why the emulator can neither be found nor be installed here.
 *
 * @returns {string | undefined} nothing when it can
 */
export function findMinistackObstacle(environment = process.env) {
  return existsSync(executable) || findPython(environment)
    ? undefined
    : 'The AWS emulator is not installed, and there is no Python 3 with venv to install it with.';
}

/**
 * A Python that can make environments.
 *
 * @returns {string | undefined} its path
 */
export function findPython({ PATH = '' } = process.env) {
  return PATH.split(delimiter)
    .filter(Boolean)
    .flatMap(folder =>
      ['python3', 'python3.exe'].map(name => join(folder, name)),
    )
    .find(path => {
      try {
        accessSync(path, constants.X_OK);
        execFileSync(path, ['-c', 'import venv, ensurepip'], {
          stdio: 'ignore',
        });
        return true;
      } catch {
        return false;
      }
    });
}

/** Installs the emulator where its version is not there yet. */
export async function ensureMinistack({ log = () => {} } = {}) {
  const installed = await readFile(stamp, 'utf8').catch(() => undefined);
  if (installed === VERSION && existsSync(executable)) {
    return;
  }
  const python = findPython();
  if (!python) {
    throw new Error(findMinistackObstacle());
  }
  log(`Installing ministack ${VERSION}, the AWS emulator.`);
  await rm(environmentDirectory, { recursive: true, force: true });
  await runQuietly(python, ['-m', 'venv', environmentDirectory]);
  await runQuietly(join(scripts, 'pip'), [
    ...['install', '--quiet', '--disable-pip-version-check'],
    `ministack==${VERSION}`,
  ]);
  await writeFile(stamp, VERSION);
}

/**
 * Starts an emulator with nothing in it on a free port of this machine. The account id as access key, with any
 * secret, is the root of that account.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startMinistack() {
  await ensureMinistack();
  const directory = mkdtempSync(join(tmpdir(), 'workspaces-aws-'));
  const port = await freePort();
  const server = spawn(executable, [], {
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      HOME: directory,
      TMPDIR: directory,
      AUTH: 'true',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  server.stderr.on('data', chunk => {
    output = (output + chunk).slice(-4000);
  });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const exited = new Promise(resolve => {
    server.once('exit', resolve);
    server.once('error', resolve);
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    process.removeListener('exit', kill);
    server.kill('SIGTERM');
    const timer = setTimeout(kill, 5_000);
    await exited;
    clearTimeout(timer);
    rmSync(directory, { recursive: true, force: true });
  };
  const gone = exited.then(() => {
    throw new Error(`The AWS emulator ended: ${output}`);
  });
  try {
    await Promise.race([untilHealthy(`${url}/_ministack/health`), gone]);
  } catch (error) {
    await stop();
    throw error;
  }
  gone.catch(() => {});
  return { url, stop };
}

/** @param {string} address */
async function untilHealthy(address) {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`The AWS emulator did not answer at ${address}`);
    }
    await delay(100);
  }
}
