import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { catalogModuleWorkspaces } from './module';

describe('catalogModuleWorkspaces', () => {
  it('should add the provider and hear of every change in every backend', async () => {
    const addEntityProvider = jest.fn();
    const subscribe = jest.fn(async (_options: { id: string }) => undefined);
    const startOne = () =>
      startTestBackend({
        extensionPoints: [
          [catalogProcessingExtensionPoint, { addEntityProvider }],
        ],
        features: [
          catalogModuleWorkspaces,
          mockServices.rootConfig.factory({
            data: { app: { baseUrl: 'https://portal.example.com' } },
          }),
          createServiceFactory({
            service: eventsServiceRef,
            deps: {},
            factory: () => ({ subscribe, publish: async () => undefined }),
          }),
        ],
      });
    await startOne();
    await startOne();
    expect(addEntityProvider).toHaveBeenCalledTimes(2);
    expect(addEntityProvider.mock.calls[0][0].getProviderName()).toBe(
      'workspaces',
    );
    expect(subscribe).toHaveBeenCalledWith(
      expect.objectContaining({ topics: ['workspaces'] }),
    );
    const ids = subscribe.mock.calls.map(([{ id }]) => id);
    expect(new Set(ids).size).toBe(2);
  });
});
