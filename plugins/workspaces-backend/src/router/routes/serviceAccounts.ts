import type { IamService } from '../../iam/IamService';
import type { RouteContext, WorkspacesRouter } from '../RouteContext';

/** Registers the ServiceAccounts of people. */
export function addServiceAccountRoutes(
  router: WorkspacesRouter,
  context: RouteContext,
  iam: IamService,
): void {
  router.get(
    '/v1/workspaces/:id/service-accounts',
    async (request, response) => {
      const { id } = request.params;
      const list = await context.read(
        request,
        { queryType: 'service-accounts', workspaceId: id },
        caller => iam.listServiceAccounts(id, caller),
      );
      response.json(list);
    },
  );
}
