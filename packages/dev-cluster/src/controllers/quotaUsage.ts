import { builtIn } from '../api/ResourceRegistry';
import type { ResourceType } from '../api/ResourceType';
import {
  listField,
  objectField,
  stringField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { sumQuantities } from '../objects/quantity';
import type { ClusterState } from '../operations/ClusterState';

const pods = builtIn('', 'pods');
const claims = builtIn('', 'persistentvolumeclaims');
const services = builtIn('', 'services');

/** Resources that are counted under their plain name. */
const counted = [
  'services',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'resourcequotas',
];

/** What the containers of the pods ask for, or may use at most. */
function fromPods(
  objects: readonly KubernetesObject[],
  part: 'requests' | 'limits',
  resource: string,
): string {
  const containers = objects.flatMap(pod =>
    listField(pod.spec, 'containers').map(container =>
      objectField(objectField(container, 'resources'), part),
    ),
  );
  return sumQuantities(containers.map(({ [resource]: value }) => value ?? '0'));
}

function storageClassOf(name: string): string | undefined {
  return /^(.+)\.storageclass\.storage\.k8s\.io\//.exec(name)?.[1];
}

/** How much of one entry of a quota is used in a namespace, in its usual form. */
export function quotaUsage(
  cluster: ClusterState,
  namespace: string,
  name: string,
): string {
  const { store, resources } = cluster;
  const list = (type: ResourceType | undefined) =>
    type ? store.list(type, { namespace }) : [];
  const activePods = () =>
    list(pods).filter(
      ({ status }) =>
        !['Succeeded', 'Failed'].includes(stringField(status, 'phase') ?? ''),
    );
  if (name === 'pods') return String(activePods().length);
  if (name.startsWith('count/')) {
    const [resource, ...group] = name.slice('count/'.length).split('.');
    const type = resources.findAnyVersion(group.join('.'), resource);
    return String(list(type).length);
  }
  if (counted.includes(name)) {
    return String(list(builtIn('', name)).length);
  }
  if (name === 'services.loadbalancers' || name === 'services.nodeports') {
    const kinds =
      name === 'services.nodeports'
        ? ['NodePort', 'LoadBalancer']
        : ['LoadBalancer'];
    const found = list(services).filter(({ spec }) =>
      kinds.includes(stringField(spec, 'type') ?? ''),
    );
    return String(found.length);
  }
  if (name.endsWith('requests.storage')) {
    const storageClass = storageClassOf(name);
    const sizes = list(claims)
      .filter(
        ({ spec }) =>
          storageClass === undefined ||
          stringField(spec, 'storageClassName') === storageClass,
      )
      .map(({ spec }) => {
        const wanted = objectField(objectField(spec, 'resources'), 'requests');
        return wanted.storage ?? '0';
      });
    return sumQuantities(sizes);
  }
  if (name.startsWith('limits.')) {
    return fromPods(activePods(), 'limits', name.slice('limits.'.length));
  }
  return fromPods(activePods(), 'requests', name.replace(/^requests\./, ''));
}
