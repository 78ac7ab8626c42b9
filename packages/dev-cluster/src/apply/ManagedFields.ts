import type { ManagedFieldsEntry } from '../objects/KubernetesObject';
import { FieldSet } from './FieldSet';

/** Who writes, and in which way. */
export interface Writer {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly subresource?: string;
}

/** The fields of one writer. */
export interface OwnedFields extends Writer {
  readonly fields: FieldSet;
  readonly time?: string;
}

function keyOf(writer: Writer): string {
  return JSON.stringify([
    writer.manager,
    writer.operation,
    // An applier keeps its fields across versions; an updater has an entry per version.
    writer.operation === 'Apply' ? '' : writer.apiVersion,
    writer.subresource ?? '',
  ]);
}

/** The `managedFields` of one object, by writer. */
export class ManagedFields {
  readonly #byWriter: ReadonlyMap<string, OwnedFields>;

  private constructor(byWriter: ReadonlyMap<string, OwnedFields>) {
    this.#byWriter = byWriter;
  }

  static from(entries: readonly ManagedFieldsEntry[] = []): ManagedFields {
    return new ManagedFields(
      new Map(
        entries.map(entry => [
          keyOf(entry),
          { ...entry, fields: FieldSet.fromFieldsV1(entry.fieldsV1) },
        ]),
      ),
    );
  }

  /** The fields of a writer, empty when it owns none. */
  fieldsOf(writer: Writer): FieldSet {
    return this.#byWriter.get(keyOf(writer))?.fields ?? FieldSet.empty;
  }

  /** The entries of everybody else. */
  others(writer: Writer): OwnedFields[] {
    const own = keyOf(writer);
    return [...this.#byWriter]
      .filter(([key]) => key !== own)
      .map(([, owned]) => owned);
  }

  /** Everything that anybody owns. */
  all(): FieldSet {
    return [...this.#byWriter.values()].reduce(
      (sum, owned) => sum.union(owned.fields),
      FieldSet.empty,
    );
  }

  /** A copy in which `writer` owns exactly `fields`, since `time` if that is a change. */
  with(writer: Writer, fields: FieldSet, time: string): ManagedFields {
    const byWriter = new Map(this.#byWriter);
    const key = keyOf(writer);
    const known = byWriter.get(key);
    const same =
      known?.fields.equals(fields) && known.apiVersion === writer.apiVersion;
    if (fields.isEmpty()) byWriter.delete(key);
    else if (!same) byWriter.set(key, { ...writer, fields, time });
    return new ManagedFields(byWriter);
  }

  /** A copy in which nobody but `writer` owns any of `fields`. */
  takenFromOthers(writer: Writer, fields: FieldSet): ManagedFields {
    const own = keyOf(writer);
    const byWriter = new Map<string, OwnedFields>();
    for (const [key, owned] of this.#byWriter) {
      const left = key === own ? owned.fields : owned.fields.difference(fields);
      if (!left.isEmpty()) byWriter.set(key, { ...owned, fields: left });
    }
    return new ManagedFields(byWriter);
  }

  /** The entries as the object carries them: appliers first, then by time and name. */
  toEntries(): ManagedFieldsEntry[] {
    return [...this.#byWriter.values()]
      .sort(
        (a, b) =>
          a.operation.localeCompare(b.operation) ||
          (a.time ?? '').localeCompare(b.time ?? '') ||
          a.manager.localeCompare(b.manager) ||
          a.apiVersion.localeCompare(b.apiVersion) ||
          (a.subresource ?? '').localeCompare(b.subresource ?? ''),
      )
      .map(({ manager, operation, apiVersion, time, fields, subresource }) => ({
        manager,
        operation,
        apiVersion,
        ...(time && { time }),
        fieldsType: 'FieldsV1' as const,
        fieldsV1: fields.toFieldsV1(),
        ...(subresource && { subresource }),
      }));
  }
}
