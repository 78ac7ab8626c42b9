import type {
  KubernetesObject,
  ObjectRecord,
  StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { SERVICE_ACCOUNT } from '../objects/kinds';
import { identityKey, identityOf } from '../plan';

/** As many are asked for one by one; for more, one list costs less. */
const ASKED_ONE_BY_ONE = 2;

/** ServiceAccounts that concern a step. */
export interface FoundServiceAccounts {
  /** Those with our labels, those that bear a wanted name, and those of our records. */
  readonly objects: readonly KubernetesObject[];
  /** Records that are not wanted any more and whose object is gone. */
  readonly obsolete: readonly ObjectRecord[];
}

/** Reads what there is of ServiceAccounts. Many people may be new at once, so missing ones are looked up together. */
export async function readServiceAccounts(
  context: StepContext,
  {
    step,
    namespaces,
    wanted,
  }: {
    readonly step: string;
    readonly namespaces: readonly string[];
    readonly wanted: readonly KubernetesObject[];
  },
): Promise<FoundServiceAccounts> {
  const wantedKeys = new Set(wanted.map(identityKey));
  const unwanted = context.records
    .list()
    .filter(
      record => record.step === step && !wantedKeys.has(identityKey(record)),
    );
  const found = await Promise.all(
    namespaces
      .filter(name => !context.absentNamespaces.has(name))
      .map(namespace =>
        readNamespace(context, namespace, [
          ...wanted.map(identityOf).filter(one => one.namespace === namespace),
          ...unwanted.filter(one => one.namespace === namespace),
        ]),
      ),
  );
  const objects = found.flat();
  const foundKeys = new Set(objects.map(identityKey));
  return {
    objects,
    obsolete: unwanted.filter(
      record =>
        record.namespace !== undefined &&
        namespaces.includes(record.namespace) &&
        !foundKeys.has(identityKey(record)),
    ),
  };
}

async function readNamespace(
  { reader, cluster, signal }: StepContext,
  namespace: string,
  concerned: readonly Pick<ObjectRecord, 'apiVersion' | 'kind' | 'name'>[],
): Promise<KubernetesObject[]> {
  const own = await reader.listManaged(SERVICE_ACCOUNT, namespace);
  const seen = new Set(own.map(({ metadata }) => metadata.name));
  const missing = concerned.filter(({ name }) => !seen.has(name));
  if (missing.length <= ASKED_ONE_BY_ONE) {
    const others = await Promise.all(
      missing.map(({ name }) =>
        reader.get({ ...SERVICE_ACCOUNT, namespace, name }),
      ),
    );
    return [...own, ...others.filter(object => object !== undefined)];
  }
  const names = new Set(missing.map(({ name }) => name));
  const { items } = await cluster.list(SERVICE_ACCOUNT, { namespace, signal });
  return [...own, ...items.filter(({ metadata }) => names.has(metadata.name))];
}
