import type { FieldSchema } from './FieldSchema';

const atomic: FieldSchema = { type: 'atomic' };
const set: FieldSchema = { type: 'set' };

function object(fields: { [name: string]: FieldSchema }): FieldSchema {
  return { type: 'object', fields };
}

function list(keys: string[], items?: FieldSchema): FieldSchema {
  const defaults = keys.includes('protocol') ? { protocol: 'TCP' } : undefined;
  return { type: 'list', keys, defaults, items };
}

const metadata = object({
  finalizers: set,
  ownerReferences: list(['uid'], atomic),
});
const conditions = list(['type']);
const keySelectors = object({
  configMapKeyRef: atomic,
  fieldRef: atomic,
  fileKeyRef: atomic,
  resourceFieldRef: atomic,
  secretKeyRef: atomic,
});
const resources = object({ claims: list(['name']) });
const container = object({
  env: list(['name'], object({ valueFrom: keySelectors })),
  ports: list(['containerPort', 'protocol']),
  resources,
  volumeDevices: list(['devicePath']),
  volumeMounts: list(['mountPath']),
});
const volume = object({
  cephfs: object({ secretRef: atomic }),
  csi: object({ nodePublishSecretRef: atomic }),
  ephemeral: object({
    volumeClaimTemplate: object({
      metadata,
      spec: object({ dataSource: atomic, selector: atomic }),
    }),
  }),
});
const podSpec = object({
  containers: list(['name'], container),
  ephemeralContainers: list(['name'], container),
  hostAliases: list(['ip']),
  imagePullSecrets: list(['name'], atomic),
  initContainers: list(['name'], container),
  nodeSelector: atomic,
  resourceClaims: list(['name']),
  resources,
  schedulingGates: list(['name']),
  topologySpreadConstraints: list(
    ['topologyKey', 'whenUnsatisfiable'],
    object({ labelSelector: atomic }),
  ),
  volumes: list(['name'], volume),
});
const podTemplate = object({ metadata, spec: podSpec });
const workload = object({
  metadata,
  spec: object({ selector: atomic, template: podTemplate }),
  status: object({ conditions }),
});
const roleBinding = object({ metadata, roleRef: atomic });

const byKind: { readonly [kind: string]: FieldSchema | undefined } = {
  Namespace: object({ metadata, status: object({ conditions }) }),
  ServiceAccount: object({ metadata, secrets: list(['name'], atomic) }),
  Service: object({
    metadata,
    spec: object({ ports: list(['port', 'protocol']), selector: atomic }),
    status: object({ conditions }),
  }),
  Pod: object({
    metadata,
    spec: podSpec,
    status: object({ conditions, podIPs: list(['ip']) }),
  }),
  PersistentVolumeClaim: object({
    metadata,
    spec: object({ dataSource: atomic, selector: atomic }),
    status: object({ conditions }),
  }),
  ResourceQuota: object({
    metadata,
    spec: object({ scopeSelector: atomic }),
  }),
  Event: object({ metadata, involvedObject: atomic, related: atomic }),
  NetworkPolicy: object({ metadata, spec: object({ podSelector: atomic }) }),
  RoleBinding: roleBinding,
  ClusterRoleBinding: roleBinding,
  Deployment: workload,
  StatefulSet: workload,
  CustomResourceDefinition: object({
    metadata,
    status: object({ conditions }),
  }),
};

const metadataOnly = object({ metadata });
/** Anything below a custom kind: maps of maps, and lists as a whole. */
const untyped: FieldSchema = {
  type: 'object',
  map: true,
  get values() {
    return untyped;
  },
};
const custom: FieldSchema = {
  type: 'object',
  map: true,
  fields: { metadata },
  values: untyped,
};

/** How the fields of a kind merge; custom kinds have no schema below `metadata`. */
export function schemaOf(type: {
  readonly kind: string;
  readonly custom: boolean;
}): FieldSchema {
  return type.custom ? custom : byKind[type.kind] ?? metadataOnly;
}
