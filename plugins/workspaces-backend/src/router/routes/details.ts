import type { RouteContext, WorkspacesRouter } from '../RouteContext';

/** Rows of activity in an answer that was not asked for a number. */
const DEFAULT_ACTIVITY_LIMIT = 50;

/** Registers activity and usage of a workspace. */
export function addDetailRoutes(
  router: WorkspacesRouter,
  context: RouteContext,
): void {
  const { service } = context;

  router.get('/v1/workspaces/:id/activity', async (request, response) => {
    const { id } = request.params;
    const { q, limit = DEFAULT_ACTIVITY_LIMIT, ...query } = request.query;
    const activity = await context.read(
      request,
      { queryType: 'activity', workspaceId: id },
      caller =>
        service.listActivity(
          id,
          { ...query, limit, ...(q !== undefined && { text: q }) },
          caller,
        ),
    );
    response.json(activity);
  });

  router.get(
    '/v1/workspaces/:id/activity/filters',
    async (request, response) => {
      const { id } = request.params;
      const filters = await context.read(
        request,
        { queryType: 'activity-filters', workspaceId: id },
        caller => service.getActivityFilters(id, caller),
      );
      response.json(filters);
    },
  );

  router.get('/v1/workspaces/:id/usage', async (request, response) => {
    const { id } = request.params;
    const usage = await context.read(
      request,
      { queryType: 'usage', workspaceId: id },
      caller => service.getUsage(id, caller),
    );
    response.json(usage);
  });
}
