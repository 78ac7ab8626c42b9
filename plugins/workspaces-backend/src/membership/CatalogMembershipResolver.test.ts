import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ORGANISATION,
  organisationWithRegistered,
} from '../__testUtils__/organisation';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { CatalogMembershipResolver } from './CatalogMembershipResolver';
import { GroupDirectory } from './GroupDirectory';

describe('CatalogMembershipResolver', () => {
  const start = (
    nestedGroups = true,
    catalog = catalogServiceMock({ entities: ORGANISATION }),
  ) => {
    const groups = new GroupDirectory({
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
    });
    return {
      catalog,
      membership: new CatalogMembershipResolver({ groups, nestedGroups }),
    };
  };
  const workspace = storedWorkspace({
    owner: 'group:default/data',
    members: [
      { subject: 'user:default/vic', role: 'viewer' },
      { subject: 'group:default/team-alpha', role: 'admin' },
      { subject: 'user:default/left-long-ago', role: 'admin' },
    ],
  });

  it('should give the owner Group and those below it the role of users', async () => {
    const members = await start().membership.membersOf(workspace);
    expect(members).toEqual([
      { subject: 'group:default/data', role: 'user' },
      { subject: 'group:default/team-ds', role: 'user' },
      { subject: 'group:default/team-alpha', role: 'admin' },
      { subject: 'user:default/vic', role: 'viewer' },
    ]);
  });

  it('should leave Groups below out when nested Groups are off', async () => {
    const members = await start(false).membership.membersOf(workspace);
    expect(members.map(({ subject }) => subject)).not.toContain(
      'group:default/team-ds',
    );
  });

  it('should give the default workspace no members', async () => {
    const defaults = storedWorkspace({ isDefault: true });
    expect(await start().membership.membersOf(defaults)).toEqual([]);
  });

  it('should find the people behind Groups', async () => {
    const people = await start().membership.peopleOf(workspace);
    expect(people.sort()).toEqual([
      'user:default/dana',
      'user:default/lee',
      'user:default/vic',
    ]);
  });

  it.each([
    ['group:default/team-alpha', ['user:default/dana', 'user:default/lee']],
    ['user:default/lee', ['user:default/dana']],
  ])(
    'should count neither %s nor its people when somebody registered it',
    async (ref, people) => {
      const { catalog } = organisationWithRegistered(ref);
      const { membership } = start(true, catalog);
      const members = await membership.membersOf(workspace);
      expect(members.map(({ subject }) => subject)).not.toContain(ref);
      expect((await membership.peopleOf(workspace)).sort()).toEqual([
        ...people,
        'user:default/vic',
      ]);
    },
  );

  it('should throw rather than take members away while the catalog is away', async () => {
    const { catalog, membership } = start();
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('away'));
    await expect(membership.membersOf(workspace)).rejects.toMatchObject({
      problem: { reason: 'CatalogUnavailable' },
    });
    await expect(membership.peopleOf(workspace)).rejects.toMatchObject({
      code: 'CatalogUnavailable',
    });
  });
});
