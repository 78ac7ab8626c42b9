import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { probeCatalog, probeDatabase, probePlugin } from './probes';

describe('probes', () => {
  it('should tell whether the database answers', async () => {
    const queue = { due: 0, working: 0, waiting: 0, stopped: 0 };
    const well = probeDatabase({ queueState: async () => queue });
    expect(await well()).toMatchObject({ name: 'database', status: 'ok' });
    const away = probeDatabase({
      queueState: () => Promise.reject(new Error('no connection')),
    });
    expect(await away()).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('no connection'),
      hint: expect.stringContaining('backend.database'),
    });
  });

  it('should tell whether the catalog answers', async () => {
    const catalog = catalogServiceMock();
    const probe = probeCatalog(catalog, mockServices.auth());
    expect(await probe()).toMatchObject({ name: 'catalog', status: 'ok' });
    jest.spyOn(catalog, 'queryEntities').mockRejectedValue(new Error('away'));
    expect(await probe()).toMatchObject({ status: 'failed' });
  });

  it('should tell whether a plugin is part of the backend', async () => {
    const probe = (pluginId: string) =>
      probePlugin({
        pluginId,
        without: 'Pages poll.',
        instance: {
          getInstalledPlugins: async () => [
            { pluginId: 'signals', modules: [] },
          ],
        },
      })();
    expect(await probe('signals')).toMatchObject({ status: 'ok' });
    expect(await probe('notifications')).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('Pages poll.'),
    });
  });
});
