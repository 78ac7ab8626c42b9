import { FieldSet, formatPath } from './FieldSet';
import { schemaOf } from './schemas';

const set = FieldSet.fromFieldsV1.bind(FieldSet);

describe('FieldSet', () => {
  const fields = {
    'f:data': { '.': {}, 'f:a': {}, 'f:b': {} },
    'f:list': { 'k:{"name":"x"}': { '.': {}, 'f:name': {} } },
  };

  it('reads and writes fieldsV1', () => {
    expect(set(fields).toFieldsV1()).toEqual(fields);
    expect(set({}).isEmpty()).toBe(true);
  });

  it('unites, intersects and takes away', () => {
    const left = set({ 'f:a': {}, 'f:b': { 'f:x': {}, 'f:y': {} } });
    const right = set({ 'f:b': { 'f:y': {} }, 'f:c': {} });
    expect(left.union(right).toFieldsV1()).toEqual({
      'f:a': {},
      'f:b': { 'f:x': {}, 'f:y': {} },
      'f:c': {},
    });
    expect(left.intersection(right).toFieldsV1()).toEqual({
      'f:b': { 'f:y': {} },
    });
    expect(left.difference(right).toFieldsV1()).toEqual({
      'f:a': {},
      'f:b': { 'f:x': {} },
    });
    expect(left.difference(left).isEmpty()).toBe(true);
  });

  it('tells an owned parent from its owned children', () => {
    const parent = set({ 'f:a': {} });
    const child = set({ 'f:a': { 'f:b': {} } });
    expect(parent.equals(child)).toBe(false);
    expect(parent.intersection(child).isEmpty()).toBe(true);
    expect(child.difference(parent).toFieldsV1()).toEqual(child.toFieldsV1());
  });

  it('counts the fields above as owned where the schema has them', () => {
    const type = { kind: 'ConfigMap', custom: false };
    const deep = set({ 'f:data': { 'f:a': {} } });
    expect(deep.withParents(schemaOf(type)).toFieldsV1()).toEqual({
      'f:data': { '.': {}, 'f:a': {} },
    });
    const custom = { kind: 'Store', custom: true };
    expect(
      set({ 'f:spec': { 'f:a': {} } })
        .withParents(schemaOf(custom))
        .toFieldsV1(),
    ).toEqual({ 'f:spec': { 'f:a': {} } });
  });

  it('writes paths as conflict messages do', () => {
    const paths = [
      ...set({
        'f:metadata': { 'f:finalizers': { 'v:"hold"': {} } },
        'f:spec': {
          'f:ports': { 'k:{"port":80,"protocol":"TCP"}': { 'f:name': {} } },
        },
      }).paths(),
    ];
    expect(paths.map(formatPath)).toEqual([
      '.metadata.finalizers[="hold"]',
      '.spec.ports[port=80,protocol="TCP"].name',
    ]);
  });
});
