import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { unknownPath } from './api/errors';
import { builtIn, ResourceRegistry } from './api/ResourceRegistry';
import type { UserInfo } from './auth/UserInfo';
import { ControllerRunner } from './controllers/ControllerRunner';
import { NamespaceController } from './controllers/NamespaceController';
import { ServiceAccountController } from './controllers/ServiceAccountController';
import type { KubernetesObject } from './objects/KubernetesObject';
import type { ClusterState } from './operations/ClusterState';
import { createObject } from './operations/createObject';
import { ApiServer, type HttpRequest } from './server/ApiServer';
import {
  createAuthority,
  createServerCertificate,
} from './server/certificates';
import { parseTarget } from './server/parseTarget';
import type { Reply } from './server/Reply';
import { ResourceHandler, verbOf } from './server/ResourceHandler';
import { ObjectStore } from './storage/ObjectStore';

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

/**
 * A small Kubernetes API over HTTPS in this process, for development and tests.
 *
 * @public
 */
export class DevCluster {
  readonly #cluster: ClusterState;
  readonly #server: ApiServer;
  readonly #controllers: ControllerRunner;
  readonly #users: Map<string, UserInfo>;
  /** Base address of the API. */
  readonly url: string;
  /** The certificate authority to trust, PEM in base64 as kubeconfigs carry it. */
  readonly caData: string;
  /** Bearer token of a member of `system:masters`. */
  readonly adminToken: string;

  private constructor(options: {
    cluster: ClusterState;
    server: ApiServer;
    users: Map<string, UserInfo>;
    caData: string;
    adminToken: string;
  }) {
    this.#cluster = options.cluster;
    this.#server = options.server;
    this.#users = options.users;
    this.caData = options.caData;
    this.adminToken = options.adminToken;
    this.url = `https://127.0.0.1:${options.server.port}`;
    this.#controllers = new ControllerRunner(options.cluster.store, [
      new ServiceAccountController(options.cluster),
      new NamespaceController(options.cluster),
    ]);
    for (const name of ['default', 'kube-system', 'kube-public']) {
      createObject({
        cluster: options.cluster,
        type: builtIn('', 'namespaces'),
        object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
        writer: {
          manager: 'kube-apiserver',
          operation: 'Update',
          apiVersion: 'v1',
        },
      });
    }
  }

  /** Starts a cluster that serves until `stop`. */
  static async start(options: DevClusterOptions = {}): Promise<DevCluster> {
    const { port = 0, host = '127.0.0.1' } = options;
    const cluster: ClusterState = {
      store: new ObjectStore(),
      resources: new ResourceRegistry(),
    };
    const adminToken = randomBytes(24).toString('base64url');
    const users = new Map<string, UserInfo>([
      [adminToken, { name: 'admin', groups: ['system:masters'] }],
    ]);
    const resources = new ResourceHandler({
      cluster,
      bookmarkInterval: 10_000,
    });
    const authority = createAuthority();
    const server = await ApiServer.listen({
      host,
      port,
      tls: createServerCertificate(authority, host),
      authenticate: token => users.get(token),
      handler: request => handle(cluster, resources, request),
    });
    const caData = Buffer.from(authority.certificate).toString('base64');
    return new DevCluster({ cluster, server, users, caData, adminToken });
  }

  /** Adds somebody and returns their bearer token. */
  addUser(user: { name: string; groups?: readonly string[] }): string {
    const token = randomBytes(24).toString('base64url');
    const groups = [...(user.groups ?? []), 'system:authenticated'];
    this.#users.set(token, { name: user.name, groups });
    return token;
  }

  /** A kubeconfig for the administrator, as JSON, which is YAML too. */
  kubeconfig(): string {
    const name = 'dev-cluster';
    return JSON.stringify(
      {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [
          {
            name,
            cluster: {
              server: this.url,
              'certificate-authority-data': this.caData,
            },
          },
        ],
        users: [{ name, user: { token: this.adminToken } }],
        contexts: [{ name, context: { cluster: name, user: name } }],
        'current-context': name,
      },
      null,
      2,
    );
  }

  /** Writes the kubeconfig to a file that only its owner can read. */
  async writeKubeconfig(path: string): Promise<void> {
    await writeFile(path, this.kubeconfig(), { mode: 0o600 });
  }

  /** A copy of everything that is stored. */
  objects(): KubernetesObject[] {
    return [...this.#cluster.store.all()].map(({ object }) =>
      structuredClone(object),
    );
  }

  /** Stops serving. */
  async stop(): Promise<void> {
    this.#controllers.stop();
    await this.#server.close();
  }

  /** The same as `stop`. */
  async close(): Promise<void> {
    await this.stop();
  }
}

function handle(
  cluster: ClusterState,
  resources: ResourceHandler,
  http: HttpRequest,
): Reply | undefined {
  const { url } = http;
  const target = parseTarget(url.pathname, cluster.resources);
  if (!target) throw unknownPath();
  return resources.handle(http, {
    ...target,
    verb: verbOf(http.method, target, url.searchParams),
    query: url.searchParams,
    user: http.user,
    agent: http.agent,
  });
}

