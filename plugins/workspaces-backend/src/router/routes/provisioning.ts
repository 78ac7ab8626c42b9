import { accepted } from '../accepted';
import type { RouteContext, WorkspacesRouter } from '../RouteContext';

/** Registers retry, adoption and plans. */
export function addProvisioningRoutes(
  router: WorkspacesRouter,
  context: RouteContext,
): void {
  const { service, presenter } = context;

  router.post('/v1/workspaces/:id/retry', async (request, response) => {
    const { id } = request.params;
    const workspace = await context.write(
      request,
      { actionType: 'retry', workspaceId: id },
      async caller =>
        presenter.present(await service.retry(id, caller), caller),
    );
    accepted(response).json(workspace);
  });

  router.post('/v1/workspaces/:id/adopt', async (request, response) => {
    const { id } = request.params;
    const workspace = await context.write(
      request,
      { actionType: 'adopt', workspaceId: id },
      async caller =>
        presenter.present(
          await service.adopt(id, request.body, caller),
          caller,
        ),
    );
    accepted(response).json(workspace);
  });

  router.post('/v1/workspaces/:id/plan', async (request, response) => {
    const { id } = request.params;
    const plan = await context.read(
      request,
      { queryType: 'plan', workspaceId: id },
      caller => service.plan(id, request.body, caller),
    );
    response.json(plan);
  });

  router.post('/v1/plan', async (request, response) => {
    const plan = await context.read(
      request,
      { queryType: 'plan-creation' },
      caller => service.planCreation(request.body, caller),
    );
    response.json(plan);
  });
}
