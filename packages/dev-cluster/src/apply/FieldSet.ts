import type { JsonObject } from '@backstage/types';
import { isJsonObject } from '../objects/KubernetesObject';
import { fieldSchema, itemSchema, type FieldSchema } from './FieldSchema';

/**
 * A set of field paths as a tree. A path element is written as in `fieldsV1`: `f:name` for a field,
 * `k:{"name":"x"}` for an item of a list with keys, `v:"x"` for an item of a set.
 */
export class FieldSet {
  /** Whether the path that leads here is itself in the set. */
  readonly member: boolean;
  readonly children: ReadonlyMap<string, FieldSet>;

  static readonly empty = new FieldSet(false, new Map());
  static readonly leaf = new FieldSet(true, new Map());

  constructor(member: boolean, children: ReadonlyMap<string, FieldSet>) {
    this.member = member;
    this.children = children;
  }

  /** Builds a set from children, leaving out empty ones. */
  static of(
    member: boolean,
    children: Iterable<readonly [string, FieldSet]>,
  ): FieldSet {
    const kept = [...children].filter(([, child]) => !child.isEmpty());
    return new FieldSet(member, new Map(kept));
  }

  static fromFieldsV1(fields: JsonObject): FieldSet {
    const children = new Map<string, FieldSet>();
    for (const [element, value] of Object.entries(fields)) {
      if (element === '.' || !isJsonObject(value)) continue;
      const child = FieldSet.fromFieldsV1(value);
      children.set(element, child.isEmpty() ? FieldSet.leaf : child);
    }
    return new FieldSet('.' in fields, children);
  }

  toFieldsV1(): JsonObject {
    const fields: JsonObject = {};
    if (this.member && this.children.size > 0) fields['.'] = {};
    for (const element of [...this.children.keys()].sort()) {
      fields[element] = this.child(element).toFieldsV1();
    }
    return fields;
  }

  isEmpty(): boolean {
    return !this.member && this.children.size === 0;
  }

  child(element: string): FieldSet {
    return this.children.get(element) ?? FieldSet.empty;
  }

  union(other: FieldSet): FieldSet {
    const elements = new Set([
      ...this.children.keys(),
      ...other.children.keys(),
    ]);
    return FieldSet.of(
      this.member || other.member,
      [...elements].map(element => [
        element,
        this.child(element).union(other.child(element)),
      ]),
    );
  }

  difference(other: FieldSet): FieldSet {
    if (other.isEmpty()) return this;
    return FieldSet.of(
      this.member && !other.member,
      [...this.children].map(([element, child]) => [
        element,
        child.difference(other.child(element)),
      ]),
    );
  }

  intersection(other: FieldSet): FieldSet {
    return FieldSet.of(
      this.member && other.member,
      [...this.children].map(([element, child]) => [
        element,
        child.intersection(other.child(element)),
      ]),
    );
  }

  /**
   * Counts the fields that lead to members as members too, where the schema knows them; items of
   * lists and keys of maps count only by themselves.
   */
  withParents(schema: FieldSchema | undefined): FieldSet {
    const isMap = schema?.type === 'object' && schema.map === true;
    return FieldSet.of(
      this.member,
      [...this.children].map(([element, child]) => {
        const isField = element.startsWith('f:');
        const next = isField
          ? fieldSchema(schema, element.slice(2))
          : itemSchema(schema);
        const inner = child.withParents(next);
        const member =
          inner.member || (isField && (!isMap || element === 'f:metadata'));
        return [element, new FieldSet(member, inner.children)];
      }),
    );
  }

  equals(other: FieldSet): boolean {
    return (
      this.member === other.member &&
      this.children.size === other.children.size &&
      [...this.children].every(
        ([element, child]) =>
          other.children.has(element) && child.equals(other.child(element)),
      )
    );
  }

  /** Every path in the set, as lists of elements. */
  *paths(prefix: readonly string[] = []): IterableIterator<readonly string[]> {
    if (this.member) yield prefix;
    for (const [element, child] of this.children) {
      yield* child.paths([...prefix, element]);
    }
  }
}

/** A path as conflict messages write it: `.data.key`, `.spec.ports[port=80].name`. */
export function formatPath(path: readonly string[]): string {
  return path
    .map(element => {
      if (element.startsWith('f:')) return `.${element.slice(2)}`;
      if (element.startsWith('v:')) return `[=${element.slice(2)}]`;
      const keys: JsonObject = JSON.parse(element.slice(2));
      const terms = Object.entries(keys).map(
        ([key, value]) => `${key}=${JSON.stringify(value)}`,
      );
      return `[${terms.join(',')}]`;
    })
    .join('');
}
