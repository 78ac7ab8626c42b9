import type { JsonValue } from '@backstage/types';
import { isDeepStrictEqual } from 'node:util';
import { isJsonObject } from '../objects/KubernetesObject';
import {
  fieldSchema,
  itemsByElement,
  itemSchema,
  shapeOf,
  type FieldSchema,
} from './FieldSchema';
import { FieldSet } from './FieldSet';

/** What differs between two states of an object. */
export interface Comparison {
  /** Fields that are new or have a new value. */
  readonly changed: FieldSet;
  readonly removed: FieldSet;
}

const unchanged: Comparison = {
  changed: FieldSet.empty,
  removed: FieldSet.empty,
};

type Pair = readonly [
  element: string,
  schema: FieldSchema | undefined,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
];

function fieldsOf(value: JsonValue | undefined) {
  return isJsonObject(value) ? value : {};
}

function pairsOf(
  schema: FieldSchema | undefined,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Pair[] {
  if (isJsonObject(before ?? after)) {
    const left = fieldsOf(before);
    const right = fieldsOf(after);
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...names].map(name => [
      `f:${name}`,
      fieldSchema(schema, name),
      left[name],
      right[name],
    ]);
  }
  const left = itemsByElement(schema, before);
  const right = itemsByElement(schema, after);
  const elements = new Set([...left.keys(), ...right.keys()]);
  return [...elements].map(element => [
    element,
    itemSchema(schema),
    left.get(element),
    right.get(element),
  ]);
}

/** Compares two states field by field, in the way the schema says. */
export function compareObjects(
  schema: FieldSchema | undefined,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): Comparison {
  if (before === after) return unchanged;
  const shape = shapeOf(schema, before ?? after);
  const sameShape =
    before === undefined ||
    after === undefined ||
    shapeOf(schema, before) === shapeOf(schema, after);
  const pairs =
    shape === 'leaf' || !sameShape ? [] : pairsOf(schema, before, after);
  if (pairs.length === 0) {
    if (isDeepStrictEqual(before, after)) return unchanged;
    return after === undefined
      ? { changed: FieldSet.empty, removed: FieldSet.leaf }
      : { changed: FieldSet.leaf, removed: FieldSet.empty };
  }
  const parts = pairs.map(
    ([element, inner, left, right]) =>
      [element, compareObjects(inner, left, right)] as const,
  );
  return {
    changed: FieldSet.of(
      before === undefined,
      parts.map(([element, part]) => [element, part.changed]),
    ),
    removed: FieldSet.of(
      after === undefined,
      parts.map(([element, part]) => [element, part.removed]),
    ),
  };
}
