import type { RouteContext, WorkspacesRouter } from '../RouteContext';

/** Workspaces in a list that does not say how many it wants. */
const DEFAULT_PAGE_SIZE = 50;

/** Registers the list of workspaces. */
export function addListRoute(
  router: WorkspacesRouter,
  context: RouteContext,
): void {
  router.get('/v1/workspaces', async (request, response) => {
    const { query } = request;
    const list = await context.read(
      request,
      { queryType: 'all' },
      async caller => {
        const page = await context.service.list(
          {
            scope: query.scope ?? 'all',
            text: query.q,
            owners: query.owner,
            phases: query.phase,
            reason: query.reason,
            orderBy: query.orderBy,
            order: query.order,
            limit: query.limit ?? DEFAULT_PAGE_SIZE,
            offset: query.offset ?? 0,
          },
          caller,
        );
        const items = await context.presenter.presentAll(page.items, caller);
        return { items, totalItems: page.totalItems, counts: page.counts };
      },
    );
    response.json(list);
  });
}
