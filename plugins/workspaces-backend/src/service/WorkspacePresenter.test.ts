import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ORGANISATION } from '../__testUtils__/organisation';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { CatalogMembershipResolver } from '../membership/CatalogMembershipResolver';
import { GroupDirectory } from '../membership/GroupDirectory';
import type { Caller } from '../permissions/Caller';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import { WorkspacePresenter } from './WorkspacePresenter';

describe('WorkspacePresenter', () => {
  const start = () => {
    const catalog = catalogServiceMock({ entities: ORGANISATION });
    const read = jest.spyOn(catalog, 'getEntitiesByRefs');
    const logger = mockServices.logger.mock();
    const access = { role: 'user', permissions: ['read'] };
    const authorizer = { accessOf: async () => access };
    const presenter = new WorkspacePresenter({
      authorizer: authorizer as unknown as WorkspaceAuthorizer,
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
    return { presenter, read, logger };
  };
  const caller = {} as Caller;

  it('should show what the API says, and nothing that is ours alone', async () => {
    const shown = await start().presenter.present(storedWorkspace(), caller);
    expect(shown).toMatchObject({
      id: 'alpha',
      memberCount: 2,
      access: { role: 'user' },
    });
    for (const hidden of ['uid', 'creationToken', 'members', 'version']) {
      expect(shown).not.toHaveProperty(hidden);
    }
  });

  it('should ask the catalog about a whole page at once', async () => {
    const { presenter, read } = start();
    const page = ['team-ds', 'team-alpha', 'insights', 'platform'].map(name =>
      storedWorkspace({ id: name, owner: `group:default/${name}` }),
    );
    const shown = await presenter.presentAll(page, caller);
    expect(shown.map(({ memberCount }) => memberCount)).toEqual([2, 2, 2, 2]);
    // Groups, Groups below them, people.
    expect(read.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('should show a page while the catalog is away, and say so once', async () => {
    const { presenter, read, logger } = start();
    read.mockRejectedValue(new Error('away'));
    const shown = await presenter.presentAll(
      [storedWorkspace(), storedWorkspace({ id: 'beta' })],
      caller,
    );
    expect(shown.map(({ memberCount }) => memberCount)).toEqual([1, 1]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
