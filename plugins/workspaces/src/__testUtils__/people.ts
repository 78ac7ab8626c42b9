import type {
  Member,
  MemberImpact,
  MemberList,
  MemberPerson,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { AT, aPlan } from './fixtures';

/** Bob, who signed in and has his three ServiceAccounts, but for what is given. */
export function aPerson(part: Partial<MemberPerson> = {}): MemberPerson {
  return {
    ref: 'user:default/bob',
    title: 'Bob',
    via: [],
    role: 'user',
    serviceAccounts: { state: 'ready', name: 'user-bob', ready: 3, total: 3 },
    lastSignInAt: AT,
    ...part,
  };
}

/** Bob as a member whom Ann added, but for what is given. */
export function aMember(part: Partial<Member> = {}): Member {
  return {
    subject: 'user:default/bob',
    title: 'Bob',
    role: 'user',
    source: 'added',
    addedBy: 'user:default/ann',
    addedAt: AT,
    state: 'effective',
    people: [aPerson()],
    changeable: true,
    ...part,
  };
}

/** The owner Group with two people, of whom one has not signed in yet. */
export function anOwnerGroup(part: Partial<Member> = {}): Member {
  return aMember({
    subject: 'group:default/team-ds',
    title: 'Data Science',
    source: 'owner',
    addedBy: undefined,
    addedAt: undefined,
    people: [
      aPerson({
        ref: 'user:default/ann',
        title: 'Ann',
        via: ['group:default/team-ds'],
        role: 'admin',
      }),
      aPerson({
        ref: 'user:default/dana',
        title: 'Dana',
        via: ['group:default/team-ds', 'group:default/team-ds-east'],
        serviceAccounts: { state: 'not-signed-in', ready: 0, total: 3 },
        lastSignInAt: undefined,
      }),
    ],
    changeable: false,
    problem: 'The owner Group belongs to the workspace in any case.',
    ...part,
  });
}

/** The owner Group and Bob, seen by somebody who may give every role. */
export function someMembers(part: Partial<MemberList> = {}): MemberList {
  return {
    revision: 7,
    items: [anOwnerGroup(), aMember()],
    leaving: [],
    grantableRoles: ['viewer', 'user', 'admin', 'machine'],
    ...part,
  };
}

/** The removal of Bob. */
export function anImpact(part: Partial<MemberImpact> = {}): MemberImpact {
  return {
    people: [
      {
        ref: 'user:default/bob',
        title: 'Bob',
        before: 'user',
        namespaces: ['ds-notebooks', 'ds-clusters', 'ds-pipelines'],
        serviceAccounts: 3,
      },
    ],
    plan: aPlan(),
    ...part,
  };
}
