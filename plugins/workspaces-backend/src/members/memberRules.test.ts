import type {
  MemberRole,
  Role,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ExpandedMember } from './MemberExpansion';
import { grantableRoles, problemOfChange } from './memberRules';

const member = (
  subject: string,
  role: MemberRole,
  people: readonly string[] = [subject],
): ExpandedMember => ({
  subject,
  role,
  source: 'added',
  title: subject,
  state: people.length > 0 ? 'effective' : 'unknown',
  people: people.map(ref => ({ ref, title: ref, via: [] })),
});

const OWNER: ExpandedMember = {
  ...member('group:default/owners', 'user', ['user:default/dana']),
  source: 'owner',
};
const ANN = member('user:default/ann', 'admin');
const BOB = member('user:default/bob', 'viewer');
const GONE = member('user:default/gone', 'admin', []);
const EMPTY = member('group:default/empty', 'admin', []);
const LEADS = member('group:default/leads', 'admin', ['user:default/lee']);

describe('problemOfChange', () => {
  const codeOf = (
    subject: string,
    change: string,
    members: ExpandedMember[],
    role: Role = 'admin',
  ) => {
    const [before, after] = change
      .split('→')
      .map(text => (text.trim() || undefined) as MemberRole | undefined);
    return problemOfChange({ subject, before, after }, members, role)?.code;
  };

  it.each([
    ['an addition', BOB.subject, '→ admin', [OWNER, ANN]],
    ['a change', BOB.subject, 'viewer → user', [OWNER, ANN, BOB]],
    ['a removal', BOB.subject, 'viewer →', [OWNER, ANN, BOB]],
    ['one of two admins', ANN.subject, 'admin →', [OWNER, ANN, LEADS]],
    ['a lower role of one of two', ANN.subject, 'admin → user', [ANN, LEADS]],
    ['an admin who gives no role', GONE.subject, 'admin →', [ANN, GONE]],
  ])('should let %s of leads pass', (_name, subject, change, members) => {
    expect(codeOf(subject, change, members)).toBeUndefined();
  });

  it.each([
    ['the last admin', [OWNER, ANN, BOB]],
    ['the last admin beside one whom nobody knows', [ANN, GONE]],
    ['the last admin beside an empty Group', [ANN, EMPTY]],
  ])('should keep leads from removing or lowering %s', (_name, members) => {
    expect(codeOf(ANN.subject, 'admin →', members)).toBe('LastAdmin');
    expect(codeOf(ANN.subject, 'admin → user', members)).toBe('LastAdmin');
  });

  it('should let portal admins remove the last admin', () => {
    expect(
      codeOf(ANN.subject, 'admin →', [OWNER, ANN], 'portal-admin'),
    ).toBeUndefined();
  });

  it.each(['→ admin', '→ user', 'viewer →', 'viewer → user'])(
    'should let nobody make the change "%s" of the owner Group',
    change => {
      expect(codeOf(OWNER.subject, change, [OWNER, ANN], 'portal-admin')).toBe(
        'OwnerIsMember',
      );
    },
  );

  it.each(['→ admin', 'viewer → admin', 'admin → user', 'admin →'])(
    'should let users not make the change "%s", which is above them',
    change => {
      expect(codeOf(BOB.subject, change, [OWNER, ANN], 'user')).toBe(
        'RoleTooHigh',
      );
    },
  );

  it.each(['→ user', 'user → viewer', 'viewer →'])(
    'should let the change "%s" of users pass, which is not above them',
    change => {
      expect(codeOf(BOB.subject, change, [OWNER, ANN], 'user')).toBeUndefined();
    },
  );
});

describe('grantableRoles', () => {
  it.each([
    ['none', []],
    ['machine', ['machine']],
    ['viewer', ['machine', 'viewer']],
    ['user', ['machine', 'viewer', 'user']],
    ['admin', ['machine', 'viewer', 'user', 'admin']],
    ['portal-admin', ['machine', 'viewer', 'user', 'admin']],
  ] as const)('should let a %s give %s', (role, roles) => {
    expect(grantableRoles(role)).toEqual(roles);
  });
});
