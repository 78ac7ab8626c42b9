import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GroupDirectory } from '../membership/GroupDirectory';
import {
  ORGANISATION,
  organisationWithRegistered,
} from '../__testUtils__/organisation';
import { CallerResolver } from './CallerResolver';

describe('CallerResolver', () => {
  const auth = mockServices.auth();
  const logger = mockServices.logger.mock();

  const resolve = (
    options: {
      ownershipEntityRefs?: string[];
      nestedGroups?: boolean;
      admins?: string[];
      groups?: GroupDirectory;
    },
    credentials = mockCredentials.user('user:default/dana'),
  ) => {
    const catalog = catalogServiceMock({ entities: ORGANISATION });
    return new CallerResolver({
      auth,
      logger,
      groups: options.groups ?? new GroupDirectory({ catalog, auth, logger }),
      admins: options.admins ?? [],
      nestedGroups: options.nestedGroups ?? true,
      userInfo: mockServices.userInfo({
        ownershipEntityRefs: options.ownershipEntityRefs ?? [
          'user:default/dana',
          'group:default/Team-DS',
        ],
      }),
    }).resolve(credentials);
  };

  /** The organisation, with one entity from a location that somebody registered. */
  const directoryWith = (ref: string) => {
    const { catalog } = organisationWithRegistered(ref);
    return new GroupDirectory({ catalog, auth, logger });
  };

  it('should count Groups above those of the sign-in', async () => {
    const caller = await resolve({});
    expect(caller).toMatchObject({
      userRef: 'user:default/dana',
      groups: ['group:default/team-ds', 'group:default/data'],
      isPortalAdmin: false,
    });
    expect([...caller.refs].sort()).toEqual([
      'group:default/data',
      'group:default/team-ds',
      'user:default/dana',
    ]);
  });

  it('should leave them out when nested Groups are off', async () => {
    const { groups } = await resolve({ nestedGroups: false });
    expect(groups).toEqual(['group:default/team-ds']);
  });

  it('should go by what the catalog said last while it is away', async () => {
    const catalog = catalogServiceMock({ entities: ORGANISATION });
    const groups = new GroupDirectory({ catalog, auth, logger });
    await resolve({ groups });
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('away'));
    groups.refresh();
    const caller = await resolve({ groups });
    expect([...caller.refs].sort()).toEqual([
      'group:default/team-ds',
      'user:default/dana',
    ]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('of before'),
    );
  });

  it('should refuse who was not seen before the catalog went away', async () => {
    const catalog = catalogServiceMock();
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('away'));
    await expect(
      resolve({ groups: new GroupDirectory({ catalog, auth, logger }) }),
    ).rejects.toMatchObject({ code: 'CatalogUnavailable' });
  });

  it('should count no Group that nobody asked about before the catalog went away', async () => {
    const catalog = catalogServiceMock({ entities: ORGANISATION });
    const groups = new GroupDirectory({ catalog, auth, logger });
    await groups.find(['user:default/dana', 'group:default/data']);
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('away'));
    groups.refresh();
    const caller = await resolve({
      groups,
      admins: ['group:default/team-ds'],
    });
    expect([...caller.refs]).toEqual(['user:default/dana']);
    expect(caller.isPortalAdmin).toBe(false);
  });

  it('should refuse who was not seen before, though the Groups were', async () => {
    const catalog = catalogServiceMock({ entities: ORGANISATION });
    const groups = new GroupDirectory({ catalog, auth, logger });
    await groups.find(['group:default/team-ds']);
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('away'));
    groups.refresh();
    await expect(resolve({ groups })).rejects.toMatchObject({
      code: 'CatalogUnavailable',
    });
  });

  it('should count nobody and no Group that the catalog does not have', async () => {
    const { refs, isPortalAdmin } = await resolve(
      {
        ownershipEntityRefs: ['user:default/guest', 'group:default/operators'],
        admins: ['group:default/operators'],
      },
      mockCredentials.user('user:default/guest'),
    );
    expect([...refs]).toEqual([]);
    expect(isPortalAdmin).toBe(true);
  });

  it('should count no Group that somebody registered, not even as portal admins', async () => {
    const groups = directoryWith('group:default/team-ds');
    const caller = await resolve({
      groups,
      admins: ['group:default/team-ds'],
    });
    expect([...caller.refs]).toEqual(['user:default/dana']);
    expect(caller.isPortalAdmin).toBe(false);
  });

  it('should count no Groups of a User whom somebody registered', async () => {
    const groups = directoryWith('user:default/dana');
    const caller = await resolve({
      groups,
      admins: ['user:default/dana', 'group:default/team-ds'],
    });
    expect([...caller.refs]).toEqual([]);
    expect(caller.isPortalAdmin).toBe(false);
  });

  it('should know portal admins by User and by Group of the sign-in', async () => {
    const byUser = await resolve({ admins: ['user:default/dana'] });
    expect(byUser.isPortalAdmin).toBe(true);
    const byGroup = await resolve({ admins: ['group:default/team-ds'] });
    expect(byGroup.isPortalAdmin).toBe(true);
  });

  it('should make nobody a portal admin through a Group above', async () => {
    const caller = await resolve({ admins: ['group:default/data'] });
    expect(caller.isPortalAdmin).toBe(false);
  });

  it('should refuse services on their own account', async () => {
    const refused = resolve({}, mockCredentials.service() as never);
    await expect(refused).rejects.toMatchObject({ code: 'PermissionDenied' });
  });
});
