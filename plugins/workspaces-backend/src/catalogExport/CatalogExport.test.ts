import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ORGANISATION } from '../__testUtils__/organisation';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { CatalogMembershipResolver } from '../membership/CatalogMembershipResolver';
import { GroupDirectory } from '../membership/GroupDirectory';
import { CatalogExport } from './CatalogExport';

describe('CatalogExport', () => {
  const workspaces = Array.from({ length: 450 }, (_, index) =>
    storedWorkspace({
      uid: `uid-${index}`,
      id: `team-${String(index).padStart(4, '0')}`,
      owner: index % 2 ? 'group:default/team-ds' : 'group:default/data',
    }),
  );

  const start = () => {
    const catalog = catalogServiceMock({ entities: ORGANISATION });
    const read = jest.spyOn(catalog, 'getEntitiesByRefs');
    const membership = new CatalogMembershipResolver({
      groups: new GroupDirectory({
        catalog,
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
      }),
      nestedGroups: true,
    });
    const store = {
      listById: async ({ limit }: { limit: number }) =>
        workspaces.slice(0, limit),
    };
    return { read, catalogExport: new CatalogExport({ store, membership }) };
  };

  it('should ask the catalog a few times in all, not once per workspace', async () => {
    const { read, catalogExport } = start();
    const { items } = await catalogExport.read({});
    expect(items).toHaveLength(450);
    expect(items[0].members).toEqual(['user:default/dana', 'user:default/lee']);
    expect(read.mock.calls.length).toBeLessThan(10);
  });

  it('should fail rather than tell of workspaces without people', async () => {
    const { read, catalogExport } = start();
    read.mockRejectedValue(new Error('away'));
    await expect(catalogExport.read({})).rejects.toMatchObject({
      code: 'CatalogUnavailable',
    });
  });
});
