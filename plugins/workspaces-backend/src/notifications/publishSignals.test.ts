import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogMembershipResolver } from '../membership/CatalogMembershipResolver';
import { GroupDirectory } from '../membership/GroupDirectory';
import { ORGANISATION } from '../__testUtils__/organisation';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { publishSignals } from './publishSignals';

describe('publishSignals', () => {
  it('should reach those who may see the workspace, with no more than id and phase', async () => {
    const published = new Promise(resolve => {
      const throttle = publishSignals({
        signals: { publish: async signal => resolve(signal) },
        logger: mockServices.logger.mock(),
        admins: ['group:default/platform'],
        membership: new CatalogMembershipResolver({
          nestedGroups: true,
          groups: new GroupDirectory({
            catalog: catalogServiceMock({ entities: ORGANISATION }),
            auth: mockServices.auth(),
            logger: mockServices.logger.mock(),
          }),
        }),
      });
      throttle.workspaceChanged(
        storedWorkspace({
          owner: 'group:default/team-alpha',
          members: [{ subject: 'user:default/vic', role: 'viewer' }],
        }),
      );
    });
    expect(await published).toEqual({
      channel: 'workspaces',
      message: { id: 'alpha', phase: 'pending' },
      recipients: {
        type: 'user',
        entityRef: ['user:default/lee', 'user:default/vic', 'user:default/ada'],
      },
    });
  });
});
