import { aWorkspace } from '../__testUtils__/fixtures';
import {
  aMember,
  anImpact,
  anOwnerGroup,
  aPerson,
  someMembers,
} from '../__testUtils__/people';
import { transferImpact } from './transferImpact';

const gain = {
  ref: 'user:default/vera',
  title: 'Vera',
  after: 'user' as const,
  namespaces: [],
  serviceAccounts: 0,
};

function impactOf(members = someMembers(), people = [gain]) {
  return transferImpact({
    workspace: aWorkspace(),
    members,
    gains: anImpact({ people }),
    owner: 'group:default/vectors',
  });
}

describe('transferImpact', () => {
  it('should take access from people of the present owner, and give it to those of the new one', () => {
    expect(impactOf()).toEqual([
      {
        ref: 'user:default/ann',
        title: 'Ann',
        before: 'admin',
        namespaces: ['data-science-notebooks'],
        serviceAccounts: 3,
      },
      {
        ref: 'user:default/dana',
        title: 'Dana',
        before: 'user',
        namespaces: ['data-science-notebooks'],
        serviceAccounts: 0,
      },
      gain,
    ]);
  });

  it('should take nothing from people who are members in their own right, or in the new owner too', () => {
    const members = someMembers({
      items: [
        anOwnerGroup(),
        aMember({
          subject: 'user:default/ann',
          people: [aPerson({ ref: 'user:default/ann' })],
        }),
      ],
    });
    const people = [gain, { ...gain, ref: 'user:default/dana', title: 'Dana' }];
    expect(impactOf(members, people)).toEqual(people);
  });

  it('should not let a row of the new owner itself keep anybody', () => {
    const members = someMembers({
      items: [
        anOwnerGroup(),
        aMember({
          subject: 'group:default/vectors',
          people: [aPerson({ ref: 'user:default/ann' })],
        }),
      ],
    });
    expect(impactOf(members, []).map(({ ref }) => ref)).toContain(
      'user:default/ann',
    );
  });
});
