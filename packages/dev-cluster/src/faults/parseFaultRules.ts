import type { JsonValue } from '@backstage/types';
import { badRequest } from '../api/errors';
import { isJsonObject } from '../objects/KubernetesObject';
import type { FaultRule } from './FaultRule';

const effectTypes = [
  'status',
  'timeoutAfterCommit',
  'down',
  'delay',
  'staleList',
  'dropEvents',
  'duplicateEvents',
];
const fields = [
  'verbs',
  'resource',
  'subresource',
  'namespace',
  'name',
  'skip',
  'times',
  'effect',
];

function isRule(value: JsonValue): value is JsonValue & FaultRule {
  return (
    isJsonObject(value) &&
    Object.keys(value).every(field => fields.includes(field)) &&
    isJsonObject(value.effect) &&
    effectTypes.includes(String(value.effect.type))
  );
}

/** Reads rules that came over HTTP. */
export function parseFaultRules(body: JsonValue): FaultRule[] {
  const rules = isJsonObject(body) ? body.rules : body;
  if (!Array.isArray(rules) || !rules.every(isRule)) {
    throw badRequest(
      `a list of rules is expected, each with an effect of type ${effectTypes.join(
        ', ',
      )} and any of the fields ${fields.join(', ')}`,
    );
  }
  return rules;
}
