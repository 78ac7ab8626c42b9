import { keepPlaces } from './keepPlaces';

const rows = (...ids: string[]) => ids.map(id => ({ id }));
const ids = (kept: ReadonlyArray<{ id: string }>) => kept.map(({ id }) => id);

describe('keepPlaces', () => {
  it('should leave the same rows where they are, with fresh content', () => {
    const fresh = rows('b', 'a');
    const kept = keepPlaces(rows('a', 'b'), fresh);
    expect(ids(kept)).toEqual(['a', 'b']);
    expect(kept[0]).toBe(fresh[1]);
  });

  it('should take the new order when rows come or go', () => {
    expect(ids(keepPlaces(rows('a', 'b'), rows('c', 'b', 'a')))).toEqual([
      'c',
      'b',
      'a',
    ]);
    expect(ids(keepPlaces(rows('a', 'b'), rows('b', 'c')))).toEqual(['b', 'c']);
  });
});
