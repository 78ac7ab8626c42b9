import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

type Message =
  | { type: 'ready'; url: string }
  | { type: 'failed'; message: string };

// These scripts are run from the sources only and are never built.
// eslint-disable-next-line no-restricted-syntax
const script = (name: string) => join(__dirname, '../../aws', name);

/** Why the AWS emulator can neither be found nor be installed here; nothing when it can. */
export function findMinistackObstacle(): string | undefined {
  const output = execFileSync(process.execPath, [script('checkMinistack.mjs')]);
  return output.toString() || undefined;
}

/** A throwaway AWS emulator that enforces IAM, in a process that ends with this one. */
export class Ministack {
  readonly url: string;
  readonly #process: ChildProcess;

  /** Starts it, and installs it before where that is needed. */
  static async start(): Promise<Ministack> {
    const child = fork(script('serveMinistack.mjs'), [], { execArgv: [] });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', code =>
        reject(new Error(`The AWS emulator ended with ${code}`)),
      );
      child.on('message', (message: Message) => {
        if (message.type === 'ready') resolve(message.url);
        if (message.type === 'failed') reject(new Error(message.message));
      });
    });
    return new Ministack(child, url);
  }

  private constructor(child: ChildProcess, url: string) {
    this.#process = child;
    this.url = url;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const exited = new Promise(resolve => {
      this.#process.once('exit', resolve);
    });
    this.#process.kill('SIGTERM');
    await exited;
  }
}
