import fc from 'fast-check';
import { isEqual } from 'lodash';
import { sameJson } from './sameJson';

describe('sameJson', () => {
  it.each([
    [null, null, true],
    [1, 1, true],
    [1, '1', false],
    [0, null, false],
    [null, {}, false],
    [[], {}, false],
    [{}, [], false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1 }, { b: 1 }, false],
    [{ toString: 1 }, { x: 1 }, false],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(sameJson(one, other)).toBe(expected);
  });

  it('agrees with a general comparison', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const property = fc.property(value, value, (one, other) => {
      const copy = JSON.parse(JSON.stringify(one));
      return (
        sameJson(one, other) === isEqual(one, other) && sameJson(one, copy)
      );
    });
    expect(() => fc.assert(property)).not.toThrow();
  });
});
