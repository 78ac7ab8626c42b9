import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { organisationWithRegistered } from '../__testUtils__/organisation';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { GroupDirectory } from '../membership/GroupDirectory';
import type { Caller } from '../permissions/Caller';
import { MemberChangeCheck, type WantedChange } from './MemberChangeCheck';
import { MemberExpansion } from './MemberExpansion';

const REGISTERED = 'group:default/team-alpha';

describe('MemberChangeCheck', () => {
  const { catalog } = organisationWithRegistered(REGISTERED);
  const groups = new GroupDirectory({
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
  });
  const caller: Caller = {
    credentials: mockCredentials.user('user:default/dana'),
    userRef: 'user:default/dana',
    groups: [],
    refs: new Set(['user:default/dana']),
    isPortalAdmin: false,
  };
  const workspace = storedWorkspace({
    owner: 'group:default/data',
    members: [
      { subject: 'user:default/dana', role: 'admin' },
      { subject: 'user:default/gone', role: 'viewer' },
    ],
  });
  const check = (wanted: WantedChange) =>
    new MemberChangeCheck({
      groups,
      expansion: new MemberExpansion({ groups, nestedGroups: true }),
    }).check(workspace, wanted, caller);

  it('should let an addition pass, with the ref as the catalog writes it', async () => {
    const change = await check({
      kind: 'add',
      subject: 'User:VIC',
      role: 'user',
    });
    expect(change).toMatchObject({
      subject: 'user:default/vic',
      before: undefined,
      after: 'user',
    });
  });

  it('should let members who are gone be changed and removed', async () => {
    const subject = 'user:default/gone';
    await expect(check({ kind: 'remove', subject })).resolves.toMatchObject({
      before: 'viewer',
      after: undefined,
    });
    await expect(
      check({ kind: 'change', subject, role: 'machine' }),
    ).resolves.toMatchObject({ after: 'machine' });
  });

  it('should take an addition for a change, or the other way round, when either is wanted', async () => {
    await expect(
      check({ kind: 'set', subject: 'user:default/gone', role: 'user' }),
    ).resolves.toMatchObject({ before: 'viewer' });
    await expect(
      check({ kind: 'set', subject: 'user:default/vic', role: 'user' }),
    ).resolves.toMatchObject({ before: undefined });
  });

  it.each([
    ['add', 'user:default/nobody', 'MemberUnknown', 'has no'],
    ['add', REGISTERED, 'MemberUnknown', 'not trusted'],
    ['set', REGISTERED, 'MemberUnknown', 'not trusted'],
    ['add', 'user:default/gone', 'MemberExists', 'already'],
    ['change', 'user:default/vic', 'MemberNotFound', 'no role of its own'],
    ['add', 'group:default/data', 'OwnerIsMember', 'owns'],
    ['change', 'user:default/dana', 'LastAdmin', 'last admin'],
    ['add', 'nobody', 'ValidationFailed', 'entity ref'],
  ] as const)(
    'should refuse to %s %s with %s',
    async (kind, subject, code, message) => {
      await expect(
        check({ kind, subject, role: 'user' }),
      ).rejects.toMatchObject({
        code,
        message: expect.stringContaining(message),
      });
    },
  );
});
