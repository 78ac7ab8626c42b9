import type { KubernetesObject } from '../objects/KubernetesObject';
import type { StoredEvent } from './EventHistory';
import { ObjectStore } from './ObjectStore';

const type = { group: '', resource: 'configmaps' };

function configMap(
  namespace: string,
  name: string,
  labels: { [key: string]: string } = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels },
  };
}

const keys = (objects: readonly KubernetesObject[] | undefined) =>
  objects?.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);

describe('ObjectStore', () => {
  let store: ObjectStore;

  beforeEach(() => {
    store = new ObjectStore();
  });

  it('numbers every change', () => {
    const first = store.put(type, configMap('a', 'one'));
    const second = store.put(type, configMap('a', 'one'));
    const last = store.remove(type, second);
    const versions = [first, second, last].map(({ metadata }) =>
      Number(metadata.resourceVersion),
    );
    expect(versions).toEqual([2, 3, 4]);
    expect(store.resourceVersion).toBe(4);
  });

  it('lists in the order of keys, by namespace and by labels', () => {
    store.put(type, configMap('b', 'one', { team: 'x', size: 's' }));
    store.put(type, configMap('a', 'two', { team: 'x' }));
    store.put(type, configMap('a', 'one', { team: 'y' }));
    store.put(type, configMap('a-b', 'one'));
    expect(keys(store.list(type))).toEqual([
      'a-b/one',
      'a/one',
      'a/two',
      'b/one',
    ]);
    expect(keys(store.list(type, { namespace: 'a' }))).toEqual([
      'a/one',
      'a/two',
    ]);
    const labels = [['team', 'x']] as const;
    expect(keys(store.list(type, { labels }))).toEqual(['a/two', 'b/one']);
    expect(keys(store.list(type, { labels, namespace: 'b' }))).toEqual([
      'b/one',
    ]);
    const both = [
      ['team', 'x'],
      ['size', 's'],
    ] as const;
    expect(keys(store.list(type, { labels: both }))).toEqual(['b/one']);
  });

  it('finds objects by the labels they have now', () => {
    store.put(type, configMap('a', 'one', { team: 'x' }));
    store.put(type, configMap('a', 'one', { team: 'y' }));
    expect(store.list(type, { labels: [['team', 'x']] })).toEqual([]);
    expect(store.list(type, { labels: [['team', 'y']] })).toHaveLength(1);
    store.remove(type, configMap('a', 'one'));
    expect(store.list(type, { labels: [['team', 'y']] })).toEqual([]);
  });

  it('remembers how it was', () => {
    store.put(type, configMap('a', 'kept'));
    const { metadata } = store.put(type, configMap('a', 'changed'));
    const before = store.resourceVersion;
    store.put(type, configMap('a', 'changed', { new: 'label' }));
    store.remove(type, configMap('a', 'kept'));
    store.put(type, configMap('a', 'added'));
    const past = store.listAt(type, before);
    expect(keys(past)).toEqual(['a/changed', 'a/kept']);
    expect(past?.[0].metadata.resourceVersion).toBe(metadata.resourceVersion);
    expect(keys(store.list(type))).toEqual(['a/added', 'a/changed']);
  });

  it('knows nothing of what was compacted', () => {
    store.put(type, configMap('a', 'one'));
    const { resourceVersion } = store;
    store.put(type, configMap('a', 'two'));
    store.history.compact(store.resourceVersion);
    expect(store.listAt(type, resourceVersion)).toBeUndefined();
    expect(store.history.since(resourceVersion)).toBeUndefined();
    expect(store.history.since(store.resourceVersion)).toEqual([]);
  });

  it('forgets the oldest changes by itself', () => {
    const small = new ObjectStore({ historyLimit: 10 });
    for (let n = 0; n < 30; n += 1) small.put(type, configMap('a', `n${n}`));
    expect(small.history.since(1)).toBeUndefined();
    const recent = small.history.since(small.resourceVersion - 5);
    expect(recent).toHaveLength(5);
  });

  it('tells listeners until they leave', () => {
    const events: StoredEvent[] = [];
    const unsubscribe = store.subscribe(event => events.push(event));
    const one = store.put(type, configMap('a', 'one'));
    store.remove(type, one);
    unsubscribe();
    store.put(type, configMap('a', 'two'));
    expect(events.map(event => event.type)).toEqual(['ADDED', 'DELETED']);
    expect(events[1].previous).toBe(one);
  });
});
