import { builtIn, ResourceRegistry } from '../api/ResourceRegistry';
import type { OwnerReference } from '../objects/KubernetesObject';
import { deleteObject } from '../operations/deleteObject';
import { ObjectStore } from '../storage/ObjectStore';
import { ControllerRunner } from './ControllerRunner';
import { GarbageCollector } from './GarbageCollector';

describe('GarbageCollector', () => {
  const type = builtIn('', 'configmaps');
  let cluster: { store: ObjectStore; resources: ResourceRegistry };
  let runner: ControllerRunner;

  const reference = (name: string): OwnerReference => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name,
    uid: `uid-${name}`,
  });

  function put(name: string, owners: string[] = [], finalizers?: string[]) {
    cluster.store.put(type, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name,
        namespace: 'team-a',
        uid: `uid-${name}`,
        ...(owners.length && { ownerReferences: owners.map(reference) }),
        ...(finalizers && { finalizers }),
      },
    });
  }

  function remove(name: string, propagationPolicy?: string) {
    const object = cluster.store.get(type, 'team-a', name);
    if (!object) throw new Error(`${name} is not there`);
    deleteObject({ cluster, type, object, options: { propagationPolicy } });
    settle();
  }

  /** Runs until nothing changes any more. */
  function settle() {
    let before: number;
    do {
      before = cluster.store.resourceVersion;
      runner.run();
    } while (cluster.store.resourceVersion !== before);
  }

  const names = () =>
    cluster.store.list(type).map(({ metadata }) => metadata.name);

  beforeEach(() => {
    cluster = { store: new ObjectStore(), resources: new ResourceRegistry() };
    runner = new ControllerRunner(cluster.store, [
      new GarbageCollector(cluster),
    ]);
  });

  afterEach(() => runner.stop());

  it('deletes dependents, and theirs', () => {
    put('owner');
    put('child', ['owner']);
    put('grandchild', ['child']);
    put('stranger');
    settle();
    remove('owner');
    expect(names()).toEqual(['stranger']);
  });

  it('keeps a dependent that has another owner', () => {
    put('owner');
    put('other');
    put('child', ['owner', 'other']);
    settle();
    remove('owner');
    expect(names()).toEqual(['child', 'other']);
    const child = cluster.store.get(type, 'team-a', 'child');
    expect(child?.metadata.ownerReferences).toEqual([reference('other')]);
  });

  it('leaves orphans behind', () => {
    put('owner');
    put('child', ['owner']);
    settle();
    remove('owner', 'Orphan');
    expect(names()).toEqual(['child']);
    const child = cluster.store.get(type, 'team-a', 'child');
    expect(child?.metadata.ownerReferences).toBeUndefined();
  });

  it('waits for dependents in the foreground', () => {
    put('owner');
    put('child', ['owner'], ['example.com/hold']);
    settle();
    remove('owner', 'Foreground');
    expect(names()).toEqual(['child', 'owner']);
    const child = cluster.store.get(type, 'team-a', 'child');
    if (!child) throw new Error('child is not there');
    cluster.store.remove(type, child);
    settle();
    expect(names()).toEqual([]);
  });

  it('knows the dependents that were there before it', () => {
    put('owner');
    put('child', ['owner']);
    runner.stop();
    runner = new ControllerRunner(cluster.store, [
      new GarbageCollector(cluster),
    ]);
    settle();
    remove('owner');
    expect(names()).toEqual([]);
  });
});
