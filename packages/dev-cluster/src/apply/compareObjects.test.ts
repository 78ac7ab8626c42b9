import { compareObjects } from './compareObjects';
import { schemaOf } from './schemas';

describe('compareObjects', () => {
  const service = schemaOf({ kind: 'Service', custom: false });
  const compare = (before: object, after: object) => {
    const { changed, removed } = compareObjects(
      service,
      { ...before },
      { ...after },
    );
    return { changed: changed.toFieldsV1(), removed: removed.toFieldsV1() };
  };

  it('finds nothing between equal states', () => {
    const state = { spec: { ports: [{ port: 80 }], selector: { a: '1' } } };
    expect(compare(state, JSON.parse(JSON.stringify(state)))).toEqual({
      changed: {},
      removed: {},
    });
  });

  it('finds changed, new and removed fields', () => {
    expect(
      compare({ a: 1, b: 2, c: { x: 1 } }, { a: 2, c: { x: 1, y: 1 } }),
    ).toEqual({
      changed: { 'f:a': {}, 'f:c': { 'f:y': {} } },
      removed: { 'f:b': {} },
    });
  });

  it('owns a new container together with what is in it', () => {
    const { changed } = compare({}, { data: { a: '1' } });
    expect(changed).toEqual({ 'f:data': { '.': {}, 'f:a': {} } });
  });

  it('compares lists with keys by item and others as a whole', () => {
    const before = { spec: { ports: [{ port: 80 }], externalIPs: ['a'] } };
    const after = {
      spec: { ports: [{ port: 81 }], externalIPs: ['a', 'b'] },
    };
    expect(compare(before, after)).toEqual({
      changed: {
        'f:spec': {
          'f:externalIPs': {},
          'f:ports': {
            'k:{"port":81,"protocol":"TCP"}': { '.': {}, 'f:port': {} },
          },
        },
      },
      removed: {
        'f:spec': {
          'f:ports': {
            'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:port': {} },
          },
        },
      },
    });
  });

  it('takes an atomic map as one field', () => {
    const { changed } = compare(
      { spec: { selector: { a: '1' } } },
      { spec: { selector: { a: '1', b: '2' } } },
    );
    expect(changed).toEqual({ 'f:spec': { 'f:selector': {} } });
  });

  it('tells an empty map from none', () => {
    expect(compare({ spec: {} }, {}).removed).toEqual({ 'f:spec': {} });
    expect(compare({}, { spec: {} }).changed).toEqual({ 'f:spec': {} });
  });
});
