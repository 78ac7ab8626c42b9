import type { JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import {
  listField,
  objectField,
  stringField,
} from '../objects/KubernetesObject';
import { forbiddenValue } from '../api/fieldProblems';
import { withSpec } from './helpers';
import type { KindStrategy } from './KindStrategy';
import { podSpecDefaults, podSpecProblems } from './podSpec';

function withoutImage(container: JsonValue) {
  return stringField(container, 'name');
}

/** Pods run under the `default` ServiceAccount and hardly change once they exist. */
export const podStrategy: KindStrategy = {
  prepareForCreate: object => ({
    ...withSpec(object, spec => ({
      serviceAccountName: 'default',
      serviceAccount: 'default',
      enableServiceLinks: true,
      ...spec,
    })),
    status: { phase: 'Pending', qosClass: 'Burstable' },
  }),
  defaults: object => withSpec(object, podSpecDefaults),
  validate: object => podSpecProblems(objectField(object, 'spec'), 'spec'),
  validateUpdate: (object, live) => {
    const names = listField(object.spec, 'containers').map(withoutImage);
    const before = listField(live.spec, 'containers').map(withoutImage);
    return isDeepStrictEqual(names, before)
      ? []
      : [
          forbiddenValue(
            'spec.containers',
            'pod updates may not add or remove containers',
          ),
        ];
  },
};
