import { objectField } from '../objects/KubernetesObject';
import type { KindStrategy } from './KindStrategy';

/** Namespaces carry their own name as a label and a finalizer that guards their contents. */
export const namespaceStrategy: KindStrategy = {
  prepareForCreate: object => ({
    ...object,
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  }),
  defaults: object => ({
    ...object,
    metadata: {
      ...object.metadata,
      labels: {
        ...object.metadata.labels,
        'kubernetes.io/metadata.name': object.metadata.name,
      },
    },
    spec: objectField(object, 'spec'),
  }),
};
