import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubernetesClusterClient } from '@team-workspaces/backstage-plugin-workspaces-backend/src/cluster';
import {
  StepRunner,
  type StepRunnerOptions,
} from '@team-workspaces/backstage-plugin-workspaces-backend/src/steps/__testUtils__/StepRunner';
import { parseAllDocuments } from 'yaml';
import { ApiClient, itemsOf } from '../../cluster/ApiClient';
import type { Credentials } from '../../cluster/ClusterUnderTest';
import { ControlPlane } from '../../cluster/controlPlane';
import { PEOPLE, PORTAL, type Person } from './people';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';

const decode = (data: string) => Buffer.from(data, 'base64').toString();

/**
 * A real control plane with two workspaces, which a portal provisioned that has the rights of docs/rbac.yaml and
 * no others.
 */
export class RbacStage {
  readonly controlPlane: ControlPlane;
  readonly admin: ApiClient;
  readonly portal: ApiClient;
  readonly runners: { readonly own: StepRunner; readonly other: StepRunner };
  readonly #portalCluster: KubernetesClusterClient;
  readonly #clients = new Map<Person, ApiClient>();

  private constructor(options: {
    controlPlane: ControlPlane;
    admin: ApiClient;
    portal: ApiClient;
    portalCluster: KubernetesClusterClient;
  }) {
    this.controlPlane = options.controlPlane;
    this.admin = options.admin;
    this.portal = options.portal;
    this.#portalCluster = options.portalCluster;
    this.runners = {
      own: new StepRunner({
        cluster: options.portalCluster,
        workspace: { id: 'team-a' },
        members: [
          { subject: 'group:default/team-a', role: 'user' },
          { subject: 'user:default/ann', role: 'admin' },
          { subject: 'user:default/vic', role: 'viewer' },
        ],
      }),
      other: new StepRunner({
        cluster: options.portalCluster,
        workspace: { id: 'team-b' },
        members: [
          { subject: 'group:default/team-b', role: 'user' },
          { subject: 'user:default/bea', role: 'admin' },
          { subject: 'user:default/bo', role: 'viewer' },
        ],
      }),
    };
  }

  static async start(): Promise<RbacStage> {
    const controlPlane = await ControlPlane.start();
    const token = controlPlane.adminToken;
    const admin = new ApiClient(controlPlane, { token });
    await grantDocumentedRights(admin);
    const credentials = await controlPlane.addUser({ name: PORTAL });
    const stage = new RbacStage({
      controlPlane,
      admin,
      portal: new ApiClient(controlPlane, credentials),
      portalCluster: connect(controlPlane, credentials),
    });
    for (const person of PEOPLE) {
      const certificate = await controlPlane.addUser(person);
      stage.#clients.set(person, new ApiClient(controlPlane, certificate));
    }
    return stage;
  }

  /** Another workspace of the same portal. */
  createRunner(options: Omit<StepRunnerOptions, 'cluster'>): StepRunner {
    return new StepRunner({ ...options, cluster: this.#portalCluster });
  }

  /** Provisions both workspaces with the rights of the portal alone. */
  async provision(): Promise<void> {
    for (const runner of [this.runners.own, this.runners.other]) {
      const { problems } = await runner.provision();
      if (problems.length > 0) {
        throw new Error(problems[0].message);
      }
    }
  }

  /** Talks to the cluster with the client certificate of somebody. */
  as(person: Person): ApiClient {
    return this.#clients.get(person)!;
  }

  /** Asks the cluster whether somebody may do something. */
  async mayDo(
    user: { readonly name: string; readonly groups?: readonly string[] },
    resourceAttributes: object,
  ): Promise<boolean> {
    const { body } = await this.admin.post(
      '/apis/authorization.k8s.io/v1/subjectaccessreviews',
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SubjectAccessReview',
        spec: {
          user: user.name,
          groups: [...(user.groups ?? []), 'system:authenticated'],
          resourceAttributes,
        },
      },
    );
    return String(body.status.allowed) === 'true';
  }

  /** Every resource that the cluster serves, subresources included. */
  async discoverResources(): Promise<ServedResource[]> {
    const { body: groups } = await this.admin.get('/apis');
    const versions = [
      'v1',
      ...(groups.groups as unknown as Group[]).map(
        ({ preferredVersion }) => preferredVersion.groupVersion,
      ),
    ];
    const lists = await Promise.all(
      versions.map(async version => {
        const path = version.includes('/') ? 'apis' : 'api';
        const { body } = await this.admin.get(`/${path}/${version}`);
        const [group] = version.includes('/') ? version.split('/') : [''];
        return (body.resources as unknown as { name: string }[]).map(
          ({ name }) => ({ group, resource: name }),
        );
      }),
    );
    return lists.flat();
  }

  async stop(): Promise<void> {
    for (const client of [this.admin, this.portal, ...this.#clients.values()]) {
      await client.close();
    }
    await this.#portalCluster.close();
    await this.controlPlane.stop();
  }
}

/** A resource as discovery names it, such as `pods/exec`. */
export interface ServedResource {
  readonly group: string;
  readonly resource: string;
}

interface Group {
  readonly preferredVersion: { readonly groupVersion: string };
}

/** Applies docs/rbac.yaml as it is, and binds its ClusterRole to the portal, which signs in by certificate here. */
async function grantDocumentedRights(admin: ApiClient): Promise<void> {
  const manifests = parseAllDocuments(
    readFileSync(join(__dirname, '../../../../docs/rbac.yaml'), 'utf8'),
  ).map(document => document.toJS());
  const paths: Record<string, string> = {
    Namespace: '/api/v1/namespaces',
    ServiceAccount: '/api/v1/namespaces/backstage/serviceaccounts',
    ClusterRole: `${RBAC}/clusterroles`,
    ClusterRoleBinding: `${RBAC}/clusterrolebindings`,
  };
  for (const manifest of manifests) {
    const { code, body } = await admin.post(paths[manifest.kind], manifest);
    if (code !== 201) throw new Error(String(body.message));
  }
  const { body: bindings } = await admin.get(`${RBAC}/clusterrolebindings`);
  const binding = itemsOf(bindings).find(
    ({ metadata }) => String(metadata.name) === 'backstage-workspaces',
  );
  await admin.post(`${RBAC}/clusterrolebindings`, {
    metadata: { name: 'portal-by-certificate' },
    roleRef: binding?.roleRef,
    subjects: [{ kind: 'User', name: PORTAL }],
  });
}

function connect(
  { url, caData }: ControlPlane,
  credentials: Credentials,
): KubernetesClusterClient {
  if (!('certData' in credentials)) {
    throw new Error('The portal signs in by certificate here');
  }
  return new KubernetesClusterClient({
    name: 'real',
    endpoint: {
      url: new URL(url),
      credentials: async () => ({
        headers: {},
        tls: {
          ca: decode(caData),
          cert: decode(credentials.certData),
          key: decode(credentials.keyData),
        },
      }),
      renew: () => false,
    },
  });
}
