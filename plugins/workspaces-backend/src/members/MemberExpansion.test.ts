import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ORGANISATION,
  organisationWithRegistered,
} from '../__testUtils__/organisation';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { GroupDirectory } from '../membership/GroupDirectory';
import { MemberExpansion, rolesOfPeople } from './MemberExpansion';

const DATA = 'group:default/data';
const TEAM = 'group:default/team-ds';

describe('MemberExpansion', () => {
  const expansionOf = (
    nestedGroups = true,
    catalog = catalogServiceMock({ entities: ORGANISATION }),
  ) =>
    new MemberExpansion({
      nestedGroups,
      groups: new GroupDirectory({
        catalog,
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
      }),
    });

  const workspace = storedWorkspace({
    owner: DATA,
    members: [
      { subject: 'group:default/team-alpha', role: 'viewer' },
      { subject: 'user:default/dana', role: 'admin' },
      { subject: 'user:default/gone', role: 'admin' },
    ],
  });

  it('should tell people behind each member, and the way to them', async () => {
    const members = await expansionOf().expand(workspace);
    expect(
      members.map(({ subject, source, state, people }) => ({
        subject,
        source,
        state,
        people: people.map(({ ref, via }) => [ref, ...via].join(' < ')),
      })),
    ).toEqual([
      {
        subject: DATA,
        source: 'owner',
        state: 'effective',
        people: [
          `user:default/dana < ${DATA} < ${TEAM}`,
          `user:default/lee < ${DATA} < ${TEAM}`,
        ],
      },
      {
        subject: 'group:default/team-alpha',
        source: 'requester',
        state: 'effective',
        people: ['user:default/lee < group:default/team-alpha'],
      },
      {
        subject: 'user:default/dana',
        source: 'requester',
        state: 'effective',
        people: ['user:default/dana'],
      },
      {
        subject: 'user:default/gone',
        source: 'requester',
        state: 'unknown',
        people: [],
      },
    ]);
  });

  it('should give people the highest of their roles', async () => {
    const members = await expansionOf().expand(workspace);
    expect(Object.fromEntries(rolesOfPeople(members))).toEqual({
      'user:default/dana': 'admin',
      'user:default/lee': 'user',
    });
  });

  it('should look into no Groups below when nested Groups are off', async () => {
    const [owner] = await expansionOf(false).expand(workspace);
    expect(owner.people).toEqual([]);
  });

  it.each([
    [TEAM, ['user:default/lee'], 'group:default/team-alpha'],
    ['user:default/dana', ['user:default/lee'], TEAM],
  ])(
    'should leave %s out when somebody registered it',
    async (ref, people, via) => {
      const { catalog } = organisationWithRegistered(ref);
      const [owner] = await expansionOf(true, catalog).expand(workspace);
      expect(owner.people.map(person => person.ref)).toEqual(people);
      expect(owner.people[0].via).toEqual([DATA, via]);
    },
  );

  it('should end in a circle of Groups', async () => {
    const circle = ['one', 'two'].map(
      (name, index, names): Entity => ({
        ...ORGANISATION[0],
        metadata: { name, namespace: 'default' },
        relations: [
          { type: 'parentOf', targetRef: `group:default/${names[1 - index]}` },
          { type: 'hasMember', targetRef: 'user:default/dana' },
        ],
      }),
    );
    const dana = ORGANISATION.filter(
      ({ metadata }) => metadata.name === 'dana',
    );
    const catalog = catalogServiceMock({ entities: [...circle, ...dana] });
    const [owner] = await expansionOf(true, catalog).expand(
      storedWorkspace({ owner: 'group:default/one', members: [] }),
    );
    expect(owner.people).toMatchObject([
      { ref: 'user:default/dana', via: ['group:default/one'] },
    ]);
  });
});
