import type { JsonObject } from '@backstage/types';
import { createHash } from 'node:crypto';
import {
  isJsonObject,
  listField,
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { invalidValue, required, unchanged } from '../api/fieldProblems';
import { withSpec } from './helpers';
import type { KindStrategy } from './KindStrategy';

/** An address out of 10.96.0.0/16 that follows from the name, so that nothing must be counted. */
function addressOf({ metadata }: KubernetesObject): string {
  const digest = createHash('sha256')
    .update(`${metadata.namespace}/${metadata.name}`)
    .digest();
  return `10.96.${digest[0]}.${(digest[1] % 254) + 1}`;
}

function portDefaults(port: JsonObject): JsonObject {
  return { protocol: 'TCP', targetPort: port.port, ...port };
}

function specDefaults(spec: JsonObject): JsonObject {
  const ports = listField(spec, 'ports').map(port =>
    isJsonObject(port) ? portDefaults(port) : port,
  );
  return {
    type: 'ClusterIP',
    sessionAffinity: 'None',
    internalTrafficPolicy: 'Cluster',
    ...spec,
    ...(ports.length && { ports }),
  };
}

/** Services get an address once and keep it. */
export const serviceStrategy: KindStrategy = {
  prepareForCreate: object => ({
    ...withSpec(object, spec => {
      if (spec.type === 'ExternalName') return spec;
      const clusterIP = spec.clusterIP || addressOf(object);
      return {
        ...spec,
        clusterIP,
        clusterIPs: [clusterIP],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
      };
    }),
    status: { loadBalancer: {} },
  }),
  defaults: object => withSpec(object, specDefaults),
  validate: object => {
    const spec = objectField(object, 'spec');
    const headless = spec.clusterIP === 'None';
    return spec.type !== 'ExternalName' &&
      !headless &&
      listField(spec, 'ports').length === 0
      ? [required('spec.ports')]
      : [];
  },
  validateUpdate: (object, live) => {
    const { clusterIP } = objectField(object, 'spec');
    return unchanged(
      objectField(live, 'spec').clusterIP,
      clusterIP,
      invalidValue('spec.clusterIP', clusterIP ?? '', 'field is immutable'),
    );
  },
};
