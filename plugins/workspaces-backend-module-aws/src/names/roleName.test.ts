import {
  checkRoleNamePattern,
  checkRolePath,
  DEFAULT_ROLE_NAME_PATTERN,
  roleName,
} from './roleName';

describe('checkRoleNamePattern', () => {
  it.each([
    'drls-workspace-{id}',
    'rls-workspace-{id}',
    '{id}',
    'a_+=,.@-{id}z',
  ])('accepts %s', pattern => {
    expect(() =>
      checkRoleNamePattern(pattern, { maxIdLength: 38 }),
    ).not.toThrow();
  });

  it.each([
    ['placeholder', 'fixed'],
    ['placeholder', '{id}-{id}'],
    ['placeholder', ''],
    ['pattern', 'a/{id}'],
    ['pattern', 'a*{id}'],
    ['pattern', '{id} '],
    ['pattern', '${x}{id}'],
    ['max-length', `${'a'.repeat(27)}{id}`],
  ])('refuses by the rule %s: %s', (rule, pattern) => {
    expect(() => checkRoleNamePattern(pattern, { maxIdLength: 38 })).toThrow(
      expect.objectContaining({ field: 'roleNamePattern', rule }),
    );
  });
});

describe('roleName', () => {
  it('puts the id in the place', () => {
    expect(roleName(DEFAULT_ROLE_NAME_PATTERN, 'team-a')).toBe(
      'drls-workspace-team-a',
    );
  });

  it('refuses an id with other characters, and a name that is too long', () => {
    expect(() => roleName('{id}', '$&')).toThrow('workspaceId');
    expect(() => roleName(`${'a'.repeat(60)}{id}`, 'team-a')).toThrow(
      'roleNamePattern',
    );
  });
});

describe('checkRolePath', () => {
  it.each(['/', '/workspaces/', '/a/b/'])('accepts %s', path => {
    expect(() => checkRolePath(path)).not.toThrow();
  });

  it.each([
    '',
    'a',
    '/a',
    'a/',
    '//',
    '/a/../',
    '/./',
    '/*/',
    `/${'a'.repeat(511)}/`,
  ])('refuses %s', path => {
    expect(() => checkRolePath(path)).toThrow('rolePath');
  });
});
