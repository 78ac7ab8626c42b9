import { parseGroupRef } from './groupRef';

describe('parseGroupRef', () => {
  it.each([
    ['group:default/team-a', 'group:default/team-a'],
    ['Group:Default/Team-A', 'group:default/team-a'],
    ['team-a', 'group:default/team-a'],
    ['other/team-a', 'group:other/team-a'],
    ['group:team_a.b', 'group:default/team_a.b'],
  ])('should read %s as %s', (text, ref) => {
    expect(parseGroupRef(text)).toBe(ref);
  });

  it.each([
    '',
    'user:default/ann',
    'group:',
    'group:default/',
    'a b',
    'group:default/-a',
    `group:default/${'a'.repeat(64)}`,
    'group:default/a\u0000b',
  ])('should refuse %j', text => {
    expect(parseGroupRef(text)).toBeUndefined();
  });
});
