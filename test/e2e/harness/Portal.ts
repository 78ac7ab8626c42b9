import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { freePorts } from './freePorts';
import { resultsDirectory } from './results';

/** Bundling the app on a small machine takes the longest, in milliseconds. */
export const PORTAL_START_TIMEOUT = 6 * 60_000;

const ROOT = resolve(__dirname, '../../..');

/** A portal as `npm start` starts it, on ports and in a folder of its own. */
export class Portal {
  readonly #process: ChildProcess;
  readonly url: string;
  readonly backendUrl: string;
  /** Everything that the portal keeps: database and simulated cluster. */
  readonly directory: string;

  private constructor(options: {
    process: ChildProcess;
    portalPort: number;
    backendPort: number;
    directory: string;
  }) {
    this.#process = options.process;
    this.url = `http://localhost:${options.portalPort}`;
    this.backendUrl = `http://localhost:${options.backendPort}`;
    this.directory = options.directory;
  }

  /**
   * Starts a portal and waits until it answers. Its output goes to `portal.log` among the results.
   *
   * @param configuration - by key, such as `workspaces_aws`, beside that of the configuration files
   */
  static async start(
    configuration: Readonly<Record<string, unknown>> = {},
  ): Promise<Portal> {
    const [portalPort, backendPort] = await freePorts(2);
    const directory = await mkdtemp(join(tmpdir(), 'team-workspaces-e2e-'));
    const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
      cwd: ROOT,
      // A group of its own, so that stopping it never stops the tests.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'development',
        // Has the portal end by itself when these tests are killed.
        npm_lifecycle_event: 'e2e',
        PORTAL_PORT: String(portalPort),
        BACKEND_PORT: String(backendPort),
        DEV_DIRECTORY: directory,
        ...Object.fromEntries(
          Object.entries(configuration).map(([key, value]) => [
            `APP_CONFIG_${key}`,
            JSON.stringify(value),
          ]),
        ),
      },
    });
    const portal = new Portal({
      process: child,
      portalPort,
      backendPort,
      directory,
    });
    try {
      await portal.#untilReady();
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  /** Stops everything that was started, and removes what it kept. */
  async stop(): Promise<void> {
    if (this.#process.exitCode === null) {
      const exited = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      await exited;
    }
    await rm(this.directory, { recursive: true, force: true });
  }

  async #untilReady(): Promise<void> {
    const results = await resultsDirectory();
    const log = createWriteStream(join(results, 'portal.log'));
    const last: string[] = [];
    await new Promise<void>((ready, failed) => {
      const timer = setTimeout(
        () => failed(new Error('The portal did not start in time.')),
        PORTAL_START_TIMEOUT,
      );
      const seen = (line: string) => {
        log.write(`${line}\n`);
        last.push(line);
        last.splice(0, last.length - 30);
        if (line.startsWith('The portal is ready')) {
          clearTimeout(timer);
          ready();
        }
      };
      for (const stream of [this.#process.stdout, this.#process.stderr]) {
        if (stream) {
          createInterface({ input: stream }).on('line', seen);
        }
      }
      this.#process.once('exit', code => {
        clearTimeout(timer);
        failed(new Error(`The portal ended with ${code}:\n${last.join('\n')}`));
      });
    });
  }
}
