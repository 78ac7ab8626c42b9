import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ControllerRunner } from './controllers/ControllerRunner';
import { bootstrap, createContext, createControllers } from './createCluster';
import type { Faults } from './faults/Faults';
import type { RecordedWrite, WriteListener } from './faults/WriteLog';
import { kubeconfigFor } from './kubeconfig';
import type { KubernetesObject } from './objects/KubernetesObject';
import { ApiServer } from './server/ApiServer';
import {
  createAuthority,
  createServerCertificate,
  type KeyAndCertificate,
} from './server/certificates';
import { RequestHandler, type RequestContext } from './server/RequestHandler';
import { keepFile } from './storage/keepFile';
import { Snapshot } from './storage/Snapshot';

/**
 * How to start a development cluster.
 *
 * @public
 */
export interface DevClusterOptions {
  /** Port on this machine; a free one by default. */
  port?: number;
  host?: '127.0.0.1';
  /** Where to keep the objects and keys across restarts; nowhere by default. */
  directory?: string;
  /** The issuer in ServiceAccount tokens. */
  serviceAccountIssuer?: string;
}

const defaultIssuer = 'https://kubernetes.default.svc.cluster.local';

async function keepAuthority(
  directory: string | undefined,
): Promise<KeyAndCertificate> {
  const text = await keepFile(directory, 'authority.json', async () =>
    JSON.stringify(await createAuthority()),
  );
  return JSON.parse(text);
}

/**
 * A small Kubernetes API over HTTPS in this process, for development and tests.
 *
 * @public
 */
export class DevCluster {
  readonly #context: RequestContext;
  readonly #server: ApiServer;
  readonly #controllers: ControllerRunner;
  readonly #snapshot: Snapshot | undefined;
  #stopped: Promise<void> | undefined;
  /** Base address of the API. */
  readonly url: string;
  /** The certificate authority to trust: PEM in base64, as kubeconfigs carry it. */
  readonly caData: string;
  /** Bearer token of a member of `system:masters`. */
  readonly adminToken: string;

  private constructor(options: {
    context: RequestContext;
    server: ApiServer;
    controllers: ControllerRunner;
    snapshot: Snapshot | undefined;
    caData: string;
    adminToken: string;
  }) {
    this.#context = options.context;
    this.#server = options.server;
    this.#controllers = options.controllers;
    this.#snapshot = options.snapshot;
    this.caData = options.caData;
    this.adminToken = options.adminToken;
    this.url = `https://127.0.0.1:${options.server.port}`;
  }

  /** Starts a cluster that serves until `stop`. */
  static async start(options: DevClusterOptions = {}): Promise<DevCluster> {
    const { port = 0, host = '127.0.0.1', directory } = options;
    const path = directory && join(directory, 'objects.json');
    const store = Snapshot.load(path);
    const [{ adminToken, ...context }, authority] = await Promise.all([
      createContext({
        store,
        directory,
        serviceAccountIssuer: options.serviceAccountIssuer ?? defaultIssuer,
      }),
      keepAuthority(directory),
    ]);
    const handler = new RequestHandler(context);
    const server = await ApiServer.listen({
      host,
      port,
      tls: await createServerCertificate(authority, host),
      authenticate: token => context.authenticator.authenticate(token),
      handler: request => handler.handle(request),
    });
    const snapshot = path ? new Snapshot({ path, store }) : undefined;
    bootstrap(context.cluster);
    // Nobody has seen what was before, as little as in a cluster that was just installed.
    store.history.compact(store.resourceVersion);
    const controllers = new ControllerRunner(
      store,
      createControllers(context.cluster),
    );
    controllers.run();
    const caData = Buffer.from(authority.certificate).toString('base64');
    return new DevCluster({
      context,
      server,
      controllers,
      snapshot,
      caData,
      adminToken,
    });
  }

  /** The faults that are switched on. */
  get faults(): Faults {
    return this.#context.faults;
  }

  /** The writes of clients since the start or the last `resetWrites`. */
  get writes(): readonly RecordedWrite[] {
    return this.#context.writeLog.writes;
  }

  /** Forgets the writes so far. */
  resetWrites(): void {
    this.#context.writeLog.reset();
  }

  /** Calls back after every write, before it is answered; returns how to stop that. */
  onWrite(listener: WriteListener): () => void {
    return this.#context.writeLog.subscribe(listener);
  }

  /** Adds somebody and returns their bearer token. */
  addUser(user: { name: string; groups?: readonly string[] }): string {
    return this.#context.authenticator.add(user);
  }

  /** A kubeconfig for the administrator with the context `dev-cluster`. */
  kubeconfig(): string {
    const { url, caData, adminToken: token } = this;
    return kubeconfigFor({ url, caData, token });
  }

  /** Writes the kubeconfig to a file that only its owner can read. */
  async writeKubeconfig(path: string): Promise<void> {
    await writeFile(path, this.kubeconfig(), { mode: 0o600 });
  }

  /** A copy of everything that is stored. */
  objects(): KubernetesObject[] {
    return [...this.#context.cluster.store.all()].map(({ object }) =>
      structuredClone(object),
    );
  }

  /** Forgets the history, so that earlier resource versions answer 410 Gone. */
  compact(): void {
    const { store } = this.#context.cluster;
    store.history.compact(store.resourceVersion);
  }

  /** Stops serving and writes what is kept. Stopping twice is the same as once. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  /** The same as `stop`. */
  async close(): Promise<void> {
    await this.stop();
  }

  async #stop(): Promise<void> {
    this.#controllers.stop();
    await this.#server.close();
    await this.#snapshot?.close();
  }
}
