import { workspacePermissions } from './permissions';
import { highestRole, ROLE_ORDER, ROLE_PERMISSIONS, roleGrants } from './roles';

describe('ROLE_PERMISSIONS', () => {
  // A row per permission, with the roles that grant it.
  const TABLE = [
    ['read', ['viewer', 'user', 'admin', 'machine', 'portal-admin']],
    ['update', ['admin', 'portal-admin']],
    ['manage', ['portal-admin']],
    ['plan', ['admin', 'portal-admin']],
    ['retry', ['portal-admin']],
    ['adopt', ['portal-admin']],
    ['delete', ['portal-admin']],
    ['transfer', ['portal-admin']],
    ['read-members', ['viewer', 'user', 'admin', 'portal-admin']],
    ['manage-members', ['admin', 'portal-admin']],
    ['read-iam', ['user', 'admin', 'portal-admin']],
    ['sync-iam', ['admin', 'portal-admin']],
    ['manage-iam', ['portal-admin']],
  ] as const;

  it.each(TABLE)('grants %s to exactly %j', (permission, roles) => {
    const granted = ROLE_ORDER.filter(role => roleGrants(role, permission));
    expect([...granted].sort()).toEqual([...roles].sort());
  });

  it('knows every permission of the permission framework, and no other', () => {
    const known = Object.keys(workspacePermissions).sort();
    expect([...ROLE_PERMISSIONS['portal-admin']].sort()).toEqual(known);
    expect(TABLE.map(([permission]) => permission).sort()).toEqual(known);
  });

  it('gives nothing to who has no role', () => {
    expect(ROLE_PERMISSIONS.none).toEqual([]);
  });
});

describe('highestRole', () => {
  it('is none without roles', () => {
    expect(highestRole([])).toBe('none');
  });

  it.each([
    [['viewer', 'admin', 'user'], 'admin'],
    [['machine', 'viewer'], 'viewer'],
    [['user', 'none'], 'user'],
    [['portal-admin', 'admin'], 'portal-admin'],
  ] as const)('of %j is %s', (roles, expected) => {
    expect(highestRole(roles)).toBe(expected);
  });

  it('grants with a higher role whatever a lower one grants', () => {
    for (const [index, role] of ROLE_ORDER.entries()) {
      for (const lower of ROLE_ORDER.slice(0, index)) {
        expect(ROLE_PERMISSIONS[role]).toEqual(
          expect.arrayContaining([...ROLE_PERMISSIONS[lower]]),
        );
      }
    }
  });
});
