import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { ClusterUnderTest, Credentials } from './ClusterUnderTest';

interface Connection {
  readonly url: string;
  readonly caData: string;
  readonly adminToken: string;
  readonly tokens: { readonly [name: string]: string };
  readonly kubeconfig: string;
}

type Message =
  | { type: 'ready'; controlPlane: Connection }
  | { type: 'failed'; message: string }
  | { type: 'user'; id: number; credentials: Credentials };

/** What the control plane is started with. */
export interface ControlPlaneOptions {
  /** A free one by default. */
  readonly port?: number;
  readonly serviceAccountIssuer?: string;
  /** People who get a bearer token, found by name in `tokens`. */
  readonly users?: readonly {
    readonly name: string;
    readonly groups?: readonly string[];
  }[];
}

// These scripts are run from the sources only and are never built.
// eslint-disable-next-line no-restricted-syntax
const script = (name: string) => join(__dirname, '../../control-plane', name);

/** Why the control plane can neither be found nor be built here; nothing when it can. */
export function findControlPlaneObstacle(): string | undefined {
  const output = execFileSync(process.execPath, [
    script('checkControlPlane.mjs'),
  ]);
  return output.toString() || undefined;
}

/**
 * The real etcd, kube-apiserver and kube-controller-manager, in a process that ends with this one.
 */
export class ControlPlane implements ClusterUnderTest {
  readonly #process: ChildProcess;
  readonly #connection: Connection;
  #users = 0;

  private constructor(child: ChildProcess, connection: Connection) {
    this.#process = child;
    this.#connection = connection;
  }

  /** Starts it, and builds it before where that is needed: minutes the first time. */
  static async start(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
    const child = fork(
      script('serveControlPlane.mjs'),
      [JSON.stringify(options)],
      { execArgv: [] },
    );
    const connection = await new Promise<Connection>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', code =>
        reject(new Error(`The control plane ended with ${code}`)),
      );
      child.on('message', (message: Message) => {
        if (message.type === 'ready') resolve(message.controlPlane);
        if (message.type === 'failed') reject(new Error(message.message));
      });
    });
    return new ControlPlane(child, connection);
  }

  get url(): string {
    return this.#connection.url;
  }

  get caData(): string {
    return this.#connection.caData;
  }

  get adminToken(): string {
    return this.#connection.adminToken;
  }

  /** The bearer tokens of the users it was started with. */
  get tokens(): { readonly [name: string]: string } {
    return this.#connection.tokens;
  }

  kubeconfig(): string {
    return this.#connection.kubeconfig;
  }

  /** Gives somebody a client certificate. */
  async addUser(user: {
    name: string;
    groups?: readonly string[];
  }): Promise<Credentials> {
    this.#users += 1;
    const id = this.#users;
    return new Promise(resolve => {
      const take = (message: Message) => {
        if (message.type !== 'user' || message.id !== id) return;
        this.#process.off('message', take);
        resolve(message.credentials);
      };
      this.#process.on('message', take);
      this.#process.send({ id, user });
    });
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
