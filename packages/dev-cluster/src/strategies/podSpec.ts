import type { JsonObject, JsonValue } from '@backstage/types';
import { required, type FieldProblem } from '../api/fieldProblems';
import {
  isJsonObject,
  listField,
  objectField,
} from '../objects/KubernetesObject';
import { canonicalQuantities } from './helpers';

function pullPolicy(image: JsonValue | undefined): string {
  const name =
    String(image ?? '')
      .split('/')
      .pop() ?? '';
  const tag = name.includes(':') ? name.split(':').pop() : 'latest';
  return tag === 'latest' && !name.includes('@') ? 'Always' : 'IfNotPresent';
}

function containerDefaults(container: JsonObject): JsonObject {
  const resources = objectField(container, 'resources');
  const limits = canonicalQuantities(resources.limits);
  const requests = canonicalQuantities(resources.requests);
  const ports = listField(container, 'ports').map(port =>
    isJsonObject(port) ? { protocol: 'TCP', ...port } : port,
  );
  return {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicy(container.image),
    ...container,
    resources: {
      ...resources,
      ...(limits && { limits }),
      ...(requests && { requests }),
    },
    ...(ports.length && { ports }),
  };
}

/** The modes that Kubernetes gives volumes of Secrets and ConfigMaps. */
function volumeDefaults(volume: JsonObject): JsonObject {
  const changed: JsonObject = { ...volume };
  for (const source of ['secret', 'configMap', 'projected', 'downwardAPI']) {
    const value = volume[source];
    if (isJsonObject(value)) changed[source] = { defaultMode: 420, ...value };
  }
  return changed;
}

function each(
  spec: JsonObject,
  field: string,
  change: (item: JsonObject) => JsonObject,
): JsonObject {
  const items = listField(spec, field);
  return items.length
    ? { [field]: items.map(item => (isJsonObject(item) ? change(item) : item)) }
    : {};
}

/** The specification of a pod with what Kubernetes fills in. */
export function podSpecDefaults(spec: JsonObject): JsonObject {
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    ...spec,
    ...(typeof spec.serviceAccountName === 'string' && {
      serviceAccount: spec.serviceAccountName,
    }),
    ...each(spec, 'containers', containerDefaults),
    ...each(spec, 'initContainers', containerDefaults),
    ...each(spec, 'volumes', volumeDefaults),
  };
}

/** What is wrong with the specification of a pod at `path`. */
export function podSpecProblems(
  spec: JsonObject,
  path: string,
): FieldProblem[] {
  const containers = listField(spec, 'containers');
  if (containers.length === 0) return [required(`${path}.containers`)];
  return containers.flatMap((container, index) =>
    ['name', 'image'].flatMap(field =>
      isJsonObject(container) && container[field]
        ? []
        : [required(`${path}.containers[${index}].${field}`)],
    ),
  );
}
