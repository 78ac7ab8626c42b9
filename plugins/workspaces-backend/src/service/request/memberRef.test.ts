import { parseMemberRef } from './memberRef';

describe('parseMemberRef', () => {
  it.each([
    ['user:default/mia', 'user:default/mia'],
    ['User:Mia', 'user:default/mia'],
    ['GROUP:Acme/Team.A', 'group:acme/team.a'],
  ])('should read %s as %s', (text, ref) => {
    expect(parseMemberRef(text)).toBe(ref);
  });

  it.each([
    '',
    'mia',
    'default/mia',
    'component:default/mia',
    'user:',
    'user:/mia',
    'user:default/',
    'user:default/a b',
    'user:default/*',
    'user:default/a/b',
    `user:default/${'a'.repeat(64)}`,
  ])('should refuse "%s"', text => {
    expect(parseMemberRef(text)).toBeUndefined();
  });
});
