import type { JsonObject } from '@backstage/types';
import {
  forbiddenValue,
  invalidValue,
  required,
  unchanged,
  type FieldProblem,
} from '../api/fieldProblems';
import {
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { withSpec } from './helpers';
import type { KindStrategy } from './KindStrategy';
import { podSpecDefaults, podSpecProblems } from './podSpec';

function templateDefaults(spec: JsonObject): JsonObject {
  const template = objectField(spec, 'template');
  return {
    ...template,
    metadata: objectField(template, 'metadata'),
    spec: podSpecDefaults(objectField(template, 'spec')),
  };
}

function templateProblems(object: KubernetesObject): FieldProblem[] {
  const spec = objectField(object, 'spec');
  const template = objectField(spec, 'template');
  const labels = objectField(objectField(template, 'metadata'), 'labels');
  const wanted = objectField(objectField(spec, 'selector'), 'matchLabels');
  const matches = Object.entries(wanted).every(
    ([key, value]) => labels[key] === value,
  );
  return [
    ...(spec.selector ? [] : [required('spec.selector')]),
    ...(matches
      ? []
      : [
          invalidValue(
            'spec.template.metadata.labels',
            labels,
            '`selector` does not match template `labels`',
          ),
        ]),
    ...podSpecProblems(objectField(template, 'spec'), 'spec.template.spec'),
  ];
}

export const deploymentStrategy: KindStrategy = {
  prepareForCreate: object => ({ ...object, status: {} }),
  defaults: object =>
    withSpec(object, spec => ({
      replicas: 1,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
      },
      ...spec,
      template: templateDefaults(spec),
    })),
  validate: templateProblems,
  validateUpdate: (object, live) => {
    const { selector } = objectField(object, 'spec');
    return unchanged(
      objectField(live, 'spec').selector,
      selector,
      invalidValue('spec.selector', selector, 'field is immutable'),
    );
  },
};

/** The part of a StatefulSet that never changes. */
function fixedPart(object: KubernetesObject): JsonObject {
  const changeable = [
    'replicas',
    'ordinals',
    'template',
    'updateStrategy',
    'revisionHistoryLimit',
    'persistentVolumeClaimRetentionPolicy',
    'minReadySeconds',
  ];
  return Object.fromEntries(
    Object.entries(objectField(object, 'spec')).filter(
      ([field]) => !changeable.includes(field),
    ),
  );
}

export const statefulSetStrategy: KindStrategy = {
  prepareForCreate: object => ({
    ...object,
    status: { replicas: 0, availableReplicas: 0 },
  }),
  defaults: object =>
    withSpec(object, spec => ({
      replicas: 1,
      podManagementPolicy: 'OrderedReady',
      revisionHistoryLimit: 10,
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { partition: 0 },
      },
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: 'Retain',
        whenScaled: 'Retain',
      },
      ...spec,
      template: templateDefaults(spec),
    })),
  validate: templateProblems,
  validateUpdate: (object, live) =>
    unchanged(
      fixedPart(live),
      fixedPart(object),
      forbiddenValue(
        'spec',
        "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
      ),
    ),
};
