import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ORGANISATION } from '../__testUtils__/organisation';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { CatalogMembershipResolver } from './CatalogMembershipResolver';
import { GroupDirectory } from './GroupDirectory';
import { MembershipWatch } from './MembershipWatch';

describe('MembershipWatch', () => {
  const start = () => {
    const entities: Entity[] = structuredClone(ORGANISATION);
    const catalog = catalogServiceMock();
    const read = jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockImplementation(request =>
        catalogServiceMock({ entities }).getEntitiesByRefs(request),
      );
    const items = [
      storedWorkspace({ uid: 'one', owner: 'group:default/data' }),
      storedWorkspace({ uid: 'two', owner: 'group:default/insights' }),
    ];
    const store = {
      list: jest.fn(async () => ({ items, totalItems: items.length })),
      makeDue: jest.fn(async () => undefined),
    };
    const kick = jest.fn();
    const logger = mockServices.logger.mock();
    const watch = new MembershipWatch({
      store,
      kick,
      logger,
      membership: new CatalogMembershipResolver({
        nestedGroups: true,
        groups: new GroupDirectory({
          catalog,
          auth: mockServices.auth(),
          logger: mockServices.logger.mock(),
        }),
      }),
    });
    return { watch, entities, store, kick, read, logger };
  };

  const nameOf = (entity: Entity) => entity.metadata.name;

  it('should make exactly the workspaces due whose members changed', async () => {
    const { watch, entities, store, kick } = start();
    await watch.check();
    await watch.check();
    expect(store.makeDue).not.toHaveBeenCalled();
    const data = entities.find(entity => nameOf(entity) === 'data');
    data?.relations?.splice(0, 1);
    await watch.check();
    expect(store.makeDue.mock.calls).toEqual([['one']]);
    expect(kick).toHaveBeenCalledTimes(1);
    await watch.check();
    expect(store.makeDue).toHaveBeenCalledTimes(1);
  });

  it('should notice who joins and leaves a Group', async () => {
    const { watch, entities, store } = start();
    await watch.check();
    const insights = entities.find(entity => nameOf(entity) === 'insights');
    insights?.relations?.push({
      type: 'hasMember',
      targetRef: 'user:default/mia',
    });
    await watch.check();
    expect(store.makeDue.mock.calls).toEqual([['two']]);
    insights?.relations?.pop();
    await watch.check();
    expect(store.makeDue.mock.calls).toEqual([['two'], ['two']]);
  });

  it('should change nothing while the catalog is away', async () => {
    const { watch, store, read, logger } = start();
    await watch.checkQuietly();
    read.mockRejectedValueOnce(new Error('away'));
    await watch.checkQuietly();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await watch.checkQuietly();
    expect(store.makeDue).not.toHaveBeenCalled();
  });
});
