import type { JsonObject } from '@backstage/types';
import { objectField } from '../objects/KubernetesObject';
import { forbiddenValue, unchanged } from '../api/fieldProblems';
import { canonicalQuantities, withSpec } from './helpers';
import type { KindStrategy } from './KindStrategy';

const protection = 'kubernetes.io/pvc-protection';

function withCanonicalRequests(spec: JsonObject): JsonObject {
  const resources = objectField(spec, 'resources');
  const requests = canonicalQuantities(resources.requests);
  return {
    volumeMode: 'Filesystem',
    ...spec,
    resources: { ...resources, ...(requests && { requests }) },
  };
}

/** What of the specification may never change: everything but the requested size. */
function fixedPart(spec: JsonObject): JsonObject {
  const { resources, volumeName: _boundLater, ...rest } = spec;
  return rest;
}

/** Claims are guarded while pods use them, and only grow. */
export const persistentVolumeClaimStrategy: KindStrategy = {
  prepareForCreate: object => ({
    ...object,
    metadata: {
      ...object.metadata,
      finalizers: [
        ...new Set([...(object.metadata.finalizers ?? []), protection]),
      ],
    },
    status: { phase: 'Pending' },
  }),
  defaults: object => withSpec(object, withCanonicalRequests),
  validateUpdate: (object, live) =>
    unchanged(
      fixedPart(objectField(live, 'spec')),
      fixedPart(objectField(object, 'spec')),
      forbiddenValue(
        'spec',
        'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
      ),
    ),
};
