import type {
  KubernetesObject,
  ObjectReader,
  ObjectRecord,
  ObjectRecords,
  StepPlan,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey, identityOf } from '../../plan';

/**
 * Remembers the managed objects that a step reads, to make up for records that an earlier pass had no time to
 * store: it was cut after the objects were written and before they were recorded.
 */
export class SeenObjects {
  readonly reader: ObjectReader;
  readonly #objects: KubernetesObject[] = [];

  constructor(reader: ObjectReader) {
    this.reader = {
      get: identity => reader.get(identity),
      listManaged: async (kind, namespace) => {
        const objects = await reader.listManaged(kind, namespace);
        this.#objects.push(...objects);
        return objects;
      },
    };
  }

  /** Records of the objects that the plan of a step leaves where they are and that have none. */
  missingRecords(
    step: string,
    plan: StepPlan,
    records: Pick<ObjectRecords, 'find'>,
  ): ObjectRecord[] {
    const unwanted = new Set(
      plan.changes
        .filter(({ action }) => action === 'delete')
        .map(({ object }) => object.uid),
    );
    const missing = new Map<string, ObjectRecord>();
    for (const object of this.#objects) {
      const { uid, deletionTimestamp } = object.metadata;
      const identity = identityOf(object);
      if (
        uid &&
        !deletionTimestamp &&
        !unwanted.has(uid) &&
        records.find(identity) === undefined
      ) {
        missing.set(identityKey(identity), {
          ...identity,
          uid,
          step,
          adopted: false,
        });
      }
    }
    return [...missing.values()];
  }
}
