import type { KubernetesObject } from '../objects/KubernetesObject';

const labelKey = (key: string, value: string) => `${key}=${value}`;

function compareKeys(left: KubernetesObject, right: KubernetesObject): number {
  const a = left.metadata;
  const b = right.metadata;
  if (a.namespace !== b.namespace) {
    // etcd keys are ordered with the separator, so `a-b/…` comes before `a/…`.
    return `${a.namespace}/` < `${b.namespace}/` ? -1 : 1;
  }
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/** The objects of one resource, found by namespace, by name and by label. */
export class ResourceTable {
  readonly #byNamespace = new Map<string, Map<string, KubernetesObject>>();
  readonly #byLabel = new Map<string, Set<KubernetesObject>>();

  get(namespace: string, name: string): KubernetesObject | undefined {
    return this.#byNamespace.get(namespace)?.get(name);
  }

  put(object: KubernetesObject): void {
    const { namespace = '', name } = object.metadata;
    this.remove(namespace, name);
    let objects = this.#byNamespace.get(namespace);
    if (!objects) {
      objects = new Map();
      this.#byNamespace.set(namespace, objects);
    }
    objects.set(name, object);
    for (const [key, value] of Object.entries(object.metadata.labels ?? {})) {
      const found = this.#byLabel.get(labelKey(key, value));
      if (found) found.add(object);
      else this.#byLabel.set(labelKey(key, value), new Set([object]));
    }
  }

  remove(namespace: string, name: string): void {
    const objects = this.#byNamespace.get(namespace);
    const object = objects?.get(name);
    if (!objects || !object) return;
    objects.delete(name);
    if (objects.size === 0) this.#byNamespace.delete(namespace);
    for (const [key, value] of Object.entries(object.metadata.labels ?? {})) {
      const found = this.#byLabel.get(labelKey(key, value));
      found?.delete(object);
      if (found?.size === 0) this.#byLabel.delete(labelKey(key, value));
    }
  }

  /** Objects in the order of their keys; `labels` are equalities that must all hold. */
  list(options: {
    namespace?: string;
    labels?: readonly (readonly [string, string])[];
  }): KubernetesObject[] {
    const { namespace, labels = [] } = options;
    const found = labels.length
      ? this.#withLabels(labels)
      : this.#inNamespace(namespace);
    return found
      .filter(
        object =>
          namespace === undefined || object.metadata.namespace === namespace,
      )
      .sort(compareKeys);
  }

  /** Every object, in no particular order. */
  *all(): IterableIterator<KubernetesObject> {
    for (const objects of this.#byNamespace.values()) yield* objects.values();
  }

  #inNamespace(namespace: string | undefined): KubernetesObject[] {
    return namespace === undefined
      ? [...this.all()]
      : [...(this.#byNamespace.get(namespace)?.values() ?? [])];
  }

  #withLabels(
    labels: readonly (readonly [string, string])[],
  ): KubernetesObject[] {
    const sets = labels.map(
      ([key, value]) =>
        this.#byLabel.get(labelKey(key, value)) ?? new Set<KubernetesObject>(),
    );
    const [smallest, ...others] = sets.sort((a, b) => a.size - b.size);
    return [...smallest].filter(object => others.every(set => set.has(object)));
  }
}
