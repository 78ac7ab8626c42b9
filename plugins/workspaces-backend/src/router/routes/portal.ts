import type { RouteContext, WorkspacesRouter } from '../RouteContext';

/** Registers what is about no workspace: ids, options and health. */
export function addPortalRoutes(
  router: WorkspacesRouter,
  context: RouteContext,
): void {
  const { service } = context;

  router.get('/v1/ids/:id', async (request, response) => {
    const { id } = request.params;
    const check = await context.read(
      request,
      { queryType: 'id-check' },
      caller => service.checkId(id, caller),
    );
    response.json(check);
  });

  router.get('/v1/options', async (request, response) => {
    const options = await context.read(
      request,
      { queryType: 'options' },
      caller => service.getOptions(caller),
    );
    response.json(options);
  });

  router.get('/v1/health', async (request, response) => {
    const health = await context.read(
      request,
      { queryType: 'health' },
      caller => service.getHealth(caller),
    );
    response.json(health);
  });
}
