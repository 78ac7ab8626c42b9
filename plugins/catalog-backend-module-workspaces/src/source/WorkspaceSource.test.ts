import { mockServices } from '@backstage/backend-test-utils';
import type { CatalogWorkspaceList } from '@team-workspaces/backstage-plugin-workspaces-common';
import { catalogWorkspace } from '../__testUtils__/catalogWorkspace';
import { WorkspaceSource } from './WorkspaceSource';

describe('WorkspaceSource', () => {
  const start = (pages: Record<string, CatalogWorkspaceList>) => {
    const auth = mockServices.auth({ pluginId: 'catalog' });
    const api = {
      listCatalogWorkspaces: jest.fn(
        async (
          query: { cursor?: string; id?: string[] } = {},
          _options?: { token?: string },
        ) => {
          const page = pages[query.cursor ?? ''];
          if (!page) {
            throw new Error('away');
          }
          return page;
        },
      ),
    };
    return { api, source: new WorkspaceSource({ api, auth }) };
  };

  const alpha = catalogWorkspace('alpha');
  const beta = catalogWorkspace('beta');

  it('should read every page as the catalog', async () => {
    const { api, source } = start({
      '': { items: [alpha], nextCursor: 'alpha' },
      alpha: { items: [beta] },
    });
    expect(await source.readAll()).toEqual([alpha, beta]);
    const { token } = api.listCatalogWorkspaces.mock.calls[0][1] ?? {};
    expect(token).toContain('plugin:catalog');
    expect(token).toContain('"target":"workspaces"');
  });

  it('should tell nothing when a page is missing', async () => {
    const { source } = start({ '': { items: [alpha], nextCursor: 'alpha' } });
    await expect(source.readAll()).rejects.toThrow('away');
  });

  it('should end when it is aborted', async () => {
    const { source } = start({ '': { items: [alpha] } });
    await expect(source.readAll(AbortSignal.abort())).rejects.toThrow(
      /aborted/,
    );
  });

  it('should ask for many ids in several requests', async () => {
    const { api, source } = start({ '': { items: [] } });
    await source.readSome(Array.from({ length: 250 }, (_, i) => `id-${i}`));
    const sizes = api.listCatalogWorkspaces.mock.calls.map(
      ([query]) => query?.id?.length,
    );
    expect(sizes).toEqual([100, 100, 50]);
  });
});
