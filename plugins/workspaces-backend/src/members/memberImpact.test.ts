import type { MemberRole } from '@team-workspaces/backstage-plugin-workspaces-common';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import type { ExpandedMember } from './MemberExpansion';
import { memberImpact } from './memberImpact';
import { notSignedIn, type PersonStatus } from './PeopleStatusReader';

const BOB = 'user:default/bob';
const OWNER = 'group:default/owners';

const member = (
  subject: string,
  role: MemberRole,
  people: readonly string[] = [subject],
): ExpandedMember => ({
  subject,
  role,
  source: subject === OWNER ? 'owner' : 'added',
  title: subject,
  state: 'effective',
  people: people.map(ref => ({ ref, title: ref, via: [] })),
});

describe('memberImpact', () => {
  const workspace = storedWorkspace({
    namespaces: ['notebooks', 'pipelines'].map(suffix => ({
      name: `alpha-${suffix}`,
      suffix,
      networkProfile: 'notebooks',
    })),
  });
  const ready: PersonStatus = {
    serviceAccounts: { state: 'ready', name: 'user-bob', ready: 2, total: 2 },
  };
  const impactOf = (
    before: ExpandedMember[],
    after: ExpandedMember[],
    status: PersonStatus = ready,
  ) =>
    memberImpact({
      workspace,
      subject: BOB,
      before,
      after,
      status: new Map([[BOB, status]]),
    });

  it('should tell what a removal takes away', () => {
    expect(impactOf([member(BOB, 'user')], [])).toEqual([
      {
        ref: BOB,
        title: BOB,
        before: 'user',
        namespaces: ['alpha-notebooks', 'alpha-pipelines'],
        serviceAccounts: 2,
      },
    ]);
  });

  it('should count no ServiceAccounts of who never signed in', () => {
    const [person] = impactOf(
      [member(BOB, 'user')],
      [],
      notSignedIn(workspace),
    );
    expect(person.serviceAccounts).toBe(0);
  });

  it('should tell that people keep what another member gives', () => {
    const owner = member(OWNER, 'user', [BOB]);
    expect(impactOf([owner, member(BOB, 'admin')], [owner])).toEqual([
      {
        ref: BOB,
        title: BOB,
        before: 'admin',
        after: 'user',
        namespaces: [],
        serviceAccounts: 0,
      },
    ]);
  });

  it('should tell that machines have no rights in namespaces, but ServiceAccounts', () => {
    const [person] = impactOf([member(BOB, 'user')], [member(BOB, 'machine')]);
    expect(person).toMatchObject({
      namespaces: ['alpha-notebooks', 'alpha-pipelines'],
      serviceAccounts: 0,
    });
  });

  it('should leave people out whom the member does not stand for', () => {
    const owner = member(OWNER, 'user', ['user:default/dana']);
    expect(impactOf([owner], [owner, member(BOB, 'user')])).toMatchObject([
      { ref: BOB, after: 'user', namespaces: [] },
    ]);
  });
});
