import type { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject, listField } from '../objects/KubernetesObject';
import { withoutEmpty, withSpec } from './helpers';
import type { KindStrategy } from './KindStrategy';

function withProtocol(rule: JsonValue): JsonValue {
  if (!isJsonObject(rule) || !Array.isArray(rule.ports)) return rule;
  const ports = rule.ports.map(port =>
    isJsonObject(port) ? { protocol: 'TCP', ...port } : port,
  );
  return withoutEmpty({ ...rule, ports }, ['ports', 'to', 'from']);
}

function specDefaults(spec: JsonObject): JsonObject {
  const ingress = listField(spec, 'ingress').map(withProtocol);
  const egress = listField(spec, 'egress').map(withProtocol);
  const types = egress.length ? ['Ingress', 'Egress'] : ['Ingress'];
  const given = listField(spec, 'policyTypes');
  return withoutEmpty(
    {
      podSelector: {},
      ...spec,
      ingress,
      egress,
      policyTypes: given.length ? given : types,
    },
    ['ingress', 'egress'],
  );
}

/** Ports are TCP and policies are for incoming traffic unless they say otherwise. */
export const networkPolicyStrategy: KindStrategy = {
  defaults: object => withSpec(object, specDefaults),
};
