import {
  forbiddenValue,
  invalidValue,
  tooLong,
  unchanged,
  type FieldProblem,
} from '../api/fieldProblems';
import {
  isJsonObject,
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { withoutEmpty } from './helpers';
import type { KindStrategy } from './KindStrategy';

const keyRule =
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
const immutableRule = 'field is immutable when `immutable` is set';
/** Bytes that all values of a Secret or ConfigMap may have together. */
const sizeLimit = 1024 * 1024;

function keyProblems(object: KubernetesObject): FieldProblem[] {
  const fields = ['data', 'binaryData'];
  return fields.flatMap(field =>
    Object.keys(objectField(object, field))
      .filter(
        key => !/^[-._a-zA-Z0-9]+$/.test(key) || key === '.' || key === '..',
      )
      .map(key => invalidValue(`${field}[${key}]`, key, keyRule)),
  );
}

function sizeProblems(object: KubernetesObject): FieldProblem[] {
  const size = Object.values(objectField(object, 'data'))
    .map(value =>
      object.kind === 'Secret'
        ? Buffer.byteLength(String(value), 'base64')
        : Buffer.byteLength(String(value)),
    )
    .reduce((sum, length) => sum + length, 0);
  return size > sizeLimit
    ? [tooLong(object.kind === 'Secret' ? 'data' : '', sizeLimit)]
    : [];
}

function immutableProblems(
  object: KubernetesObject,
  live: KubernetesObject,
): FieldProblem[] {
  if (live.immutable !== true) return [];
  return [
    ...(object.immutable === true
      ? []
      : [forbiddenValue('immutable', immutableRule)]),
    ...['data', 'binaryData'].flatMap(field =>
      unchanged(
        objectField(live, field),
        objectField(object, field),
        forbiddenValue(field, immutableRule),
      ),
    ),
  ];
}

/** Values given as text become base64 and win over those that are there. */
function encodeStringData(object: KubernetesObject): KubernetesObject {
  const { stringData, ...rest } = object;
  if (!isJsonObject(stringData)) return rest as KubernetesObject;
  const encoded = Object.entries(stringData).map(([key, value]) => [
    key,
    Buffer.from(String(value)).toString('base64'),
  ]);
  return {
    ...rest,
    data: { ...objectField(object, 'data'), ...Object.fromEntries(encoded) },
  } as KubernetesObject;
}

/** ConfigMaps: keys become file names, and `immutable` is one-way. */
export const configMapStrategy: KindStrategy = {
  defaults: object => withoutEmpty(object, ['data', 'binaryData']),
  validate: object => [...keyProblems(object), ...sizeProblems(object)],
  validateUpdate: immutableProblems,
};

/** Secrets: like ConfigMaps, with a type that never changes. */
export const secretStrategy: KindStrategy = {
  defaults: object =>
    withoutEmpty({ type: 'Opaque', ...encodeStringData(object) }, ['data']),
  validate: object => [...keyProblems(object), ...sizeProblems(object)],
  validateUpdate: (object, live) => [
    ...unchanged(
      live.type,
      object.type,
      invalidValue('type', object.type, 'field is immutable'),
    ),
    ...immutableProblems(object, live),
  ],
};
