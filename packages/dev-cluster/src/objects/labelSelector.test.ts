import { parseLabelSelector } from './labelSelector';

describe('parseLabelSelector', () => {
  const labels = { team: 'ocean', 'example.com/size': 'small' };

  it.each([
    [null, true],
    ['', true],
    ['team=ocean', true],
    ['team==ocean', true],
    ['team!=ocean', false],
    ['team=forest', false],
    ['other!=x', true],
    ['team in (forest, ocean)', true],
    ['team in (forest)', false],
    ['team notin (forest)', true],
    ['other notin (x)', true],
    ['team', true],
    ['other', false],
    ['!other', true],
    ['!team', false],
    ['team=ocean,example.com/size in (small,large)', true],
    ['team=ocean,example.com/size=large', false],
    ['constructor', false],
  ])('finds for %j: %s', (text, expected) => {
    expect(parseLabelSelector(text).matches(labels)).toBe(expected);
  });

  it('matches objects without labels', () => {
    expect(parseLabelSelector('!team').matches(undefined)).toBe(true);
    expect(parseLabelSelector('team').matches(undefined)).toBe(false);
  });

  it('names the equalities that an index can answer', () => {
    const { equalities } = parseLabelSelector('a=1,b in (2),c in (3,4),!d');
    expect(equalities).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  it.each(['a b=c', 'team in x', 'team=-x', '-team', 'a/b/c=d'])(
    'refuses %s',
    text => {
      expect(() => parseLabelSelector(text)).toThrow(
        'unable to parse requirement',
      );
    },
  );
});
