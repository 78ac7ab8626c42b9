import type { KubernetesObject } from '../objects/KubernetesObject';
import { applyConfiguration } from './applyConfiguration';
import { schemaOf } from './schemas';

describe('applyConfiguration', () => {
  const type = { kind: 'Deployment', custom: false };
  const nothing: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'one', uid: 'u', resourceVersion: '7' },
  };

  function apply(
    live: KubernetesObject,
    configuration: object,
    options: { manager?: string; force?: boolean; time?: string } = {},
  ) {
    const { manager = 'one', force = false } = options;
    return applyConfiguration({
      schema: schemaOf(type),
      live,
      configuration: { ...configuration },
      writer: { manager, operation: 'Apply', apiVersion: 'apps/v1' },
      force,
      time: options.time ?? '2026-01-01T00:00:00Z',
      leaveOut: ['status'],
    });
  }

  const containers = (...items: object[]) => ({
    spec: { template: { spec: { containers: items } } },
  });

  it('keeps the identity, and the status that is not its own', () => {
    const live = { ...nothing, status: { replicas: 1 } };
    const result = apply(live, {
      metadata: { name: 'other', uid: 'x', labels: { a: '1' } },
      spec: { replicas: 2 },
      status: { replicas: 9 },
    });
    expect(result).toMatchObject({
      metadata: {
        name: 'one',
        uid: 'u',
        resourceVersion: '7',
        labels: { a: '1' },
      },
      spec: { replicas: 2 },
      status: { replicas: 1 },
    });
  });

  it('adds, changes and removes items of nested lists', () => {
    const env = (name: string, value: string) => ({ name, value });
    const first = apply(
      nothing,
      containers({ name: 'main', env: [env('A', '1'), env('B', '2')] }),
    );
    const second = apply(
      first,
      containers({ name: 'main', env: [env('B', '3'), env('C', '4')] }),
    );
    expect(second.spec).toEqual(
      containers({ name: 'main', env: [env('B', '3'), env('C', '4')] }).spec,
    );
    const third = apply(second, containers({ name: 'other' }));
    expect(third.spec).toEqual(containers({ name: 'other' }).spec);
  });

  it('keeps an item that somebody else has a field in', () => {
    const first = apply(nothing, containers({ name: 'main', image: 'a' }));
    const second = apply(
      first,
      containers({ name: 'main', workingDir: '/home' }),
      { manager: 'two' },
    );
    const third = apply(second, {});
    expect(third.spec).toEqual(
      containers({ name: 'main', workingDir: '/home' }).spec,
    );
  });

  it('refuses conflicts, all of them at once, unless forced', () => {
    const first = apply(nothing, { spec: { replicas: 1, paused: true } });
    const other = { spec: { replicas: 2, paused: false } };
    expect(() => apply(first, other, { manager: 'two' })).toThrow(
      'Apply failed with 2 conflicts: conflict with "one": .spec.paused\nconflict with "one": .spec.replicas',
    );
    const forced = apply(first, other, { manager: 'two', force: true });
    expect(forced.spec).toEqual(other.spec);
    expect(forced.metadata.managedFields).toMatchObject([{ manager: 'two' }]);
  });

  it('changes the time of an owner only together with its fields', () => {
    const first = apply(nothing, { spec: { replicas: 1 } });
    const later = { time: '2026-02-02T00:00:00Z' };
    const same = apply(first, { spec: { replicas: 1 } }, later);
    expect(same).toEqual(first);
    const more = apply(first, { spec: { replicas: 1, paused: true } }, later);
    expect(more.metadata.managedFields).toMatchObject([later]);
  });
});
