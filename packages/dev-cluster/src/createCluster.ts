import { Authenticator, newToken } from './auth/Authenticator';
import { Authorizer } from './auth/Authorizer';
import { bootstrapRoles } from './auth/bootstrapRoles';
import { groups } from './auth/groups';
import {
  createSigningKey,
  ServiceAccountTokens,
} from './auth/ServiceAccountTokens';
import { builtIn, ResourceRegistry } from './api/ResourceRegistry';
import { apiVersionOf, type ResourceType } from './api/ResourceType';
import type { Controller } from './controllers/Controller';
import { CustomResourceController } from './controllers/CustomResourceController';
import { GarbageCollector } from './controllers/GarbageCollector';
import { NamespaceController } from './controllers/NamespaceController';
import { NamespaceFurnitureController } from './controllers/NamespaceFurnitureController';
import { PersistentVolumeClaimController } from './controllers/PersistentVolumeClaimController';
import { PodController } from './controllers/PodController';
import { QuotaController } from './controllers/QuotaController';
import { WorkloadController } from './controllers/WorkloadController';
import { Faults } from './faults/Faults';
import { WriteLog } from './faults/WriteLog';
import type { KubernetesObject } from './objects/KubernetesObject';
import type { ClusterState } from './operations/ClusterState';
import { createObject } from './operations/createObject';
import type { RequestContext } from './server/RequestHandler';
import { keepFile } from './storage/keepFile';
import type { ObjectStore } from './storage/ObjectStore';

const namespaces = builtIn('', 'namespaces');

/** The controllers in the order in which they see a change. */
export function createControllers(cluster: ClusterState): Controller[] {
  return [
    new CustomResourceController(cluster),
    new NamespaceFurnitureController(cluster),
    new WorkloadController(cluster),
    new PodController(cluster),
    new PersistentVolumeClaimController(cluster),
    new GarbageCollector(cluster),
    new NamespaceController(cluster),
    new QuotaController(cluster),
  ];
}

function ensure(
  cluster: ClusterState,
  type: ResourceType,
  object: KubernetesObject,
): void {
  if (cluster.store.get(type, '', object.metadata.name)) return;
  const writer = {
    manager: 'kube-apiserver',
    operation: 'Update',
    apiVersion: apiVersionOf(type),
  } as const;
  createObject({ cluster, type, object, writer });
}

/** Makes the objects that every cluster starts with. */
export function bootstrap(cluster: ClusterState): void {
  for (const name of ['default', 'kube-system', 'kube-public']) {
    const metadata = { name };
    const object = { apiVersion: 'v1', kind: 'Namespace', metadata };
    ensure(cluster, namespaces, object);
  }
  for (const object of bootstrapRoles) {
    const resource =
      object.kind === 'ClusterRole' ? 'clusterroles' : 'clusterrolebindings';
    ensure(cluster, builtIn(groups.rbac, resource), object);
  }
}

/** Puts together what requests are answered with. */
export async function createContext(options: {
  store: ObjectStore;
  directory: string | undefined;
  serviceAccountIssuer: string;
}): Promise<RequestContext & { adminToken: string }> {
  const { store, directory, serviceAccountIssuer: issuer } = options;
  const key = await keepFile(
    directory,
    'service-account.key',
    createSigningKey,
  );
  const tokens = new ServiceAccountTokens({ store, issuer, key });
  const authenticator = new Authenticator(tokens);
  const adminToken = await keepFile(directory, 'admin-token', newToken);
  authenticator.add({ name: 'admin', groups: ['system:masters'] }, adminToken);
  return {
    cluster: { store, resources: new ResourceRegistry() },
    authenticator,
    authorizer: new Authorizer(store),
    tokens,
    faults: new Faults(),
    writeLog: new WriteLog(),
    bookmarkInterval: 10_000,
    adminToken,
  };
}
