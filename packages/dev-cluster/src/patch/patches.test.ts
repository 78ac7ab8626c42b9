import { jsonPatch } from './jsonPatch';
import { mergePatch } from './mergePatch';

describe('mergePatch', () => {
  it('merges objects, deletes nulls and replaces the rest', () => {
    expect(
      mergePatch(
        { a: 1, b: { c: 1, d: 2 }, list: [1, 2] },
        { a: null, b: { c: 3 }, list: [3], fresh: { x: null, y: 1 } },
      ),
    ).toEqual({ b: { c: 3, d: 2 }, list: [3], fresh: { y: 1 } });
  });

  it('leaves the target as it was', () => {
    const target = { a: { b: 1 } };
    mergePatch(target, { a: { b: 2 } });
    expect(target).toEqual({ a: { b: 1 } });
  });
});

describe('jsonPatch', () => {
  const target = { a: { 'x/y': 1 }, list: [1] };

  it('applies operations to a copy', () => {
    const patched = jsonPatch(target, [
      { op: 'test', path: '/a/x~1y', value: 1 },
      { op: 'add', path: '/list/-', value: 2 },
      { op: 'move', from: '/a', path: '/b' },
    ]);
    expect(patched).toEqual({ b: { 'x/y': 1 }, list: [1, 2] });
    expect(target).toEqual({ a: { 'x/y': 1 }, list: [1] });
  });

  it.each([
    [[{ op: 'test', path: '/list', value: [] }]],
    [[{ op: 'remove', path: '/absent' }]],
    [[{ op: 'unknown', path: '/a' }]],
  ])('refuses %j', operations => {
    expect(() => jsonPatch(target, operations)).toThrow(
      'the server rejected our request',
    );
  });

  it('refuses what is no list of operations', () => {
    expect(() => jsonPatch(target, { op: 'add' })).toThrow('error decoding');
    expect(() => jsonPatch(target, ['add'])).toThrow('error decoding');
  });
});
