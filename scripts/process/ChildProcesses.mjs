import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { rootDirectory } from '../toolchain/paths.mjs';

/** How long a child may take to end by itself, in milliseconds. */
const GRACE = 10_000;

/** Long-running children whose output is shown line by line, and which all end together. */
export class ChildProcesses {
  #children = new Set();
  #stopping = false;
  #afterwards = [];

  /** Whether {@link ChildProcesses.stop} was called. */
  get stopping() {
    return this.#stopping;
  }

  /**
   * Starts a child.
   *
   * @param name - put before each line that the child prints
   * @param onLine - gets each line in place of the terminal
   * @returns resolves with the exit code when the child ended by itself, never while all are being stopped
   */
  start({ name, command, args, cwd = rootDirectory, env, uid, gid, onLine }) {
    const child = spawn(command, args, {
      cwd,
      uid,
      gid,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that its own children can be ended with it.
      detached: process.platform !== 'win32',
    });
    this.#children.add(child);

    const show = onLine ?? (line => console.log(`[${name}] ${line}`));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', show);
    }
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', code => {
        this.#children.delete(child);
        // What it started and left behind.
        endTree(child, 'SIGTERM');
        if (!this.#stopping) {
          resolve(code ?? 1);
        }
      });
    });
  }

  /** Has something else stop once all children have ended; what was added last stops first. */
  stopAfterwards(stop) {
    this.#afterwards.unshift(stop);
  }

  /** Asks all children to end, ends those that do not, and resolves when none is left. */
  async stop() {
    this.#stopping = true;
    const children = [...this.#children];
    const ended = Promise.all(
      children.map(
        child =>
          new Promise(resolve => {
            child.once('close', resolve);
          }),
      ),
    );
    children.forEach(child => endTree(child, 'SIGTERM'));
    const timer = setTimeout(
      () => children.forEach(child => endTree(child, 'SIGKILL')),
      GRACE,
    );
    await ended;
    clearTimeout(timer);
    for (const stop of this.#afterwards.splice(0)) {
      await stop();
    }
  }
}

function endTree(child, signal) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}
