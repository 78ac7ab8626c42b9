import {
  ROLE_PERMISSIONS,
  workspacePermissions,
  workspacesPermissions,
  type Role,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { readText, tableRows } from './__testUtils__/repository';

/** The columns of the table, after what is done and the name of the permission. */
const ROLES: readonly Role[] = [
  'viewer',
  'user',
  'admin',
  'machine',
  'portal-admin',
];

describe('docs/permissions.md', () => {
  const rows = new Map(
    tableRows(readText('docs/permissions.md')).map(([, name, ...marks]) => [
      name.replaceAll('`', ''),
      marks,
    ]),
  );

  it('has a row for every permission', () => {
    const names = workspacesPermissions.map(({ name }) => name).sort();
    expect(
      [...rows.keys()].filter(name => names.includes(name)).sort(),
    ).toEqual(names);
  });

  it.each(ROLES.map((role, column) => [role, column] as const))(
    'says what the role %s grants',
    (role, column) => {
      const documented = Object.values(workspacePermissions).filter(
        ({ name }) => rows.get(name)?.[column] === '✓',
      );
      expect(documented.map(({ name }) => name).sort()).toEqual(
        ROLE_PERMISSIONS[role]
          .map(permission => workspacePermissions[permission].name)
          .sort(),
      );
    },
  );
});
