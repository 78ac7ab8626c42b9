import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GroupDirectory } from '../membership/GroupDirectory';
import { ORGANISATION } from '../__testUtils__/organisation';
import { CallerResolver } from './CallerResolver';

describe('CallerResolver', () => {
  const auth = mockServices.auth();
  const logger = mockServices.logger.mock();

  const resolve = (
    options: {
      ownershipEntityRefs?: string[];
      nestedGroups?: boolean;
      admins?: string[];
      catalog?: ReturnType<typeof catalogServiceMock>;
    },
    credentials = mockCredentials.user('user:default/dana'),
  ) => {
    const catalog =
      options.catalog ?? catalogServiceMock({ entities: ORGANISATION });
    return new CallerResolver({
      auth,
      logger,
      groups: new GroupDirectory({ catalog, auth, logger }),
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

  it('should leave them out, and go on, while the catalog is away', async () => {
    const catalog = catalogServiceMock();
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('away'));
    const { groups } = await resolve({ catalog });
    expect(groups).toEqual(['group:default/team-ds']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('left out'),
    );
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
