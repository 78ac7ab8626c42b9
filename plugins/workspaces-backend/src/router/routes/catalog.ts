import type { CatalogExport } from '../../catalogExport/CatalogExport';
import type { RouteContext, WorkspacesRouter } from '../RouteContext';

/** Registers what the catalog reads on its own account. */
export function addCatalogRoutes(
  router: WorkspacesRouter,
  context: RouteContext,
  catalogExport: Pick<CatalogExport, 'read'>,
): void {
  router.get('/v1/catalog/workspaces', async (request, response) => {
    const page = await context.readAsPlugin(
      request,
      'catalog',
      { queryType: 'catalog' },
      () => catalogExport.read(request.query),
    );
    response.json(page);
  });
}
