import type {
  KubernetesObject,
  ObjectKind,
  StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey, identityOf } from '../plan';

/** Which objects to read. */
export interface ReadLiveObjectsOptions {
  readonly step: string;
  readonly kinds: readonly ObjectKind[];
  readonly namespaces: readonly string[];
  readonly wanted: readonly KubernetesObject[];
}

/**
 * Reads the objects that a step has to compare: those with our labels, those that bear a wanted name, and those
 * of our records. The latter two only matter when somebody took the labels away, and are read one by one.
 */
export async function readLiveObjects(
  { reader, records, absentNamespaces }: StepContext,
  { step, kinds, namespaces, wanted }: ReadLiveObjectsOptions,
): Promise<KubernetesObject[]> {
  const present = new Set(
    namespaces.filter(name => !absentNamespaces.has(name)),
  );
  const lists = await Promise.all(
    [...present].flatMap(namespace =>
      kinds.map(kind => reader.listManaged(kind, namespace)),
    ),
  );
  const found = new Map(
    lists.flat().map(object => [identityKey(object), object]),
  );
  const wantedKeys = new Set(wanted.map(identityKey));
  const unlabelled = wanted
    .filter(
      ({ metadata: { namespace } }) =>
        namespace !== undefined && present.has(namespace),
    )
    .map(identityOf)
    .filter(identity => !found.has(identityKey(identity)));
  const recorded = records
    .list()
    .filter(
      record =>
        record.step === step &&
        record.namespace !== undefined &&
        present.has(record.namespace) &&
        !wantedKeys.has(identityKey(record)) &&
        !found.has(identityKey(record)),
    );
  const others = await Promise.all([
    ...unlabelled.map(identity => reader.get(identity)),
    ...recorded.map(async record => {
      const object = await reader.get(record);
      return object?.metadata.uid === record.uid ? object : undefined;
    }),
  ]);
  return [...found.values(), ...others.filter(object => object !== undefined)];
}
