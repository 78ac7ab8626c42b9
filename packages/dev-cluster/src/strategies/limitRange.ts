import type { JsonObject } from '@backstage/types';
import { isJsonObject, listField } from '../objects/KubernetesObject';
import { canonicalQuantities, withSpec } from './helpers';
import type { KindStrategy } from './KindStrategy';

function limitDefaults(item: JsonObject): JsonObject {
  const quantities: JsonObject = {};
  for (const field of [
    'max',
    'min',
    'default',
    'defaultRequest',
    'maxLimitRequestRatio',
  ]) {
    const canonical = canonicalQuantities(item[field]);
    if (canonical) quantities[field] = canonical;
  }
  const limits: JsonObject = { ...item, ...quantities };
  if (item.type !== 'Container') return limits;
  const fields = (field: string) => {
    const value = limits[field];
    return isJsonObject(value) ? value : {};
  };
  const defaultLimit = { ...fields('max'), ...fields('default') };
  const defaultRequest = {
    ...fields('min'),
    ...defaultLimit,
    ...fields('defaultRequest'),
  };
  return {
    ...limits,
    ...(Object.keys(defaultLimit).length && { default: defaultLimit }),
    ...(Object.keys(defaultRequest).length && { defaultRequest }),
  };
}

/** Containers get the maximum as their default limit, and that as their default request. */
export const limitRangeStrategy: KindStrategy = {
  defaults: object =>
    withSpec(object, spec => ({
      ...spec,
      limits: listField(spec, 'limits').map(item =>
        isJsonObject(item) ? limitDefaults(item) : item,
      ),
    })),
};
