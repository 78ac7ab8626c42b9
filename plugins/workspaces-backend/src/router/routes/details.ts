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
    const { cursor, limit = DEFAULT_ACTIVITY_LIMIT } = request.query;
    const activity = await context.read(
      request,
      { queryType: 'activity', workspaceId: id },
      caller => service.listActivity(id, { cursor, limit }, caller),
    );
    response.json(activity);
  });

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
