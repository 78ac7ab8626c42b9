import { accepted } from '../accepted';
import type { RouteContext, WorkspacesRouter } from '../RouteContext';

/** Registers creation, reading, change and deletion of workspaces. */
export function addWorkspaceRoutes(
  router: WorkspacesRouter,
  context: RouteContext,
): void {
  const { service, presenter } = context;

  router.post('/v1/workspaces', async (request, response) => {
    const workspace = await context.write(
      request,
      { actionType: 'create', workspaceId: request.body.id },
      async caller =>
        presenter.present(await service.create(request.body, caller), caller),
    );
    accepted(response).json(workspace);
  });

  router.get('/v1/workspaces/:id', async (request, response) => {
    const { id } = request.params;
    const workspace = await context.read(
      request,
      { queryType: 'by-id', workspaceId: id },
      async caller => presenter.present(await service.get(id, caller), caller),
    );
    response.json(workspace);
  });

  router.patch('/v1/workspaces/:id', async (request, response) => {
    const { id } = request.params;
    const workspace = await context.write(
      request,
      { actionType: 'update', workspaceId: id },
      async caller =>
        presenter.present(
          await service.update(id, request.body, caller),
          caller,
        ),
    );
    accepted(response).json(workspace);
  });

  router.post('/v1/workspaces/:id/delete', async (request, response) => {
    const { id } = request.params;
    const workspace = await context.write(
      request,
      { actionType: 'delete', workspaceId: id },
      async caller =>
        presenter.present(
          await service.delete(id, request.body, caller),
          caller,
        ),
    );
    accepted(response).json(workspace);
  });
}
