import { objectField } from '../objects/KubernetesObject';
import { isQuantity } from '../objects/quantity';
import { invalidValue } from '../api/fieldProblems';
import { canonicalQuantities, withSpec } from './helpers';
import type { KindStrategy } from './KindStrategy';

export const resourceQuotaStrategy: KindStrategy = {
  prepareForCreate: object => ({ ...object, status: {} }),
  defaults: object =>
    withSpec(object, spec => ({
      ...spec,
      ...(spec.hard && { hard: canonicalQuantities(spec.hard) }),
    })),
  validate: object =>
    Object.entries(objectField(object.spec, 'hard'))
      .filter(([, quantity]) => !isQuantity(quantity))
      .map(([name, quantity]) =>
        invalidValue(`spec.hard[${name}]`, quantity, 'must be a quantity'),
      ),
};
