import type { IamService } from '../../iam/IamService';
import { accepted } from '../accepted';
import type { RouteContext, WorkspacesRouter } from '../RouteContext';

/** Registers the AWS role of a workspace: reading, setting, syncing, proving and explaining. */
export function addIamRoutes(
  router: WorkspacesRouter,
  context: RouteContext,
  iam: IamService,
): void {
  router.get('/v1/workspaces/:id/iam', async (request, response) => {
    const { id } = request.params;
    const report = await context.read(
      request,
      { queryType: 'iam', workspaceId: id },
      caller => iam.getIam(id, caller),
    );
    response.json(report);
  });

  router.put('/v1/workspaces/:id/iam', async (request, response) => {
    const { id } = request.params;
    const workspace = await context.write(
      request,
      { actionType: 'iam-set', workspaceId: id, mode: request.body.mode },
      async caller =>
        context.presenter.present(
          await iam.setIam(id, request.body, caller),
          caller,
        ),
    );
    accepted(response).json(workspace);
  });

  router.post('/v1/workspaces/:id/iam/sync', async (request, response) => {
    const { id } = request.params;
    const sync = await context.write(
      request,
      { actionType: 'iam-sync', workspaceId: id },
      caller => iam.syncIam(id, caller),
    );
    response.json(sync);
  });

  router.get('/v1/workspaces/:id/iam/proof', async (request, response) => {
    const { id } = request.params;
    const proof = await context.read(
      request,
      { queryType: 'iam-proof', workspaceId: id },
      caller => iam.prove(id, caller),
    );
    response.json(proof);
  });

  router.post('/v1/workspaces/:id/iam/checks', async (request, response) => {
    const { id } = request.params;
    const checks = await context.read(
      request,
      { queryType: 'iam-checks', workspaceId: id },
      caller => iam.check(id, request.body ?? {}, caller),
    );
    response.json(checks);
  });

  router.post('/v1/workspaces/:id/iam/explain', async (request, response) => {
    const { id } = request.params;
    const explanation = await context.read(
      request,
      { queryType: 'iam-explain', workspaceId: id },
      caller => iam.explain(id, request.body, caller),
    );
    response.json(explanation);
  });
}
