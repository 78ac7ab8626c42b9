import type { MembersService } from '../../members/MembersService';
import { accepted } from '../accepted';
import type { RouteContext, WorkspacesRouter } from '../RouteContext';

/** Registers reading, changing and previewing members, and the transfer to another owner. */
export function addMemberRoutes(
  router: WorkspacesRouter,
  context: RouteContext,
  members: MembersService,
): void {
  router.get('/v1/workspaces/:id/members', async (request, response) => {
    const { id } = request.params;
    const list = await context.read(
      request,
      { queryType: 'members', workspaceId: id },
      caller => members.list(id, caller),
    );
    response.json(list);
  });

  router.post('/v1/workspaces/:id/members', async (request, response) => {
    const { id } = request.params;
    const { subject, role } = request.body;
    const list = await context.write(
      request,
      { actionType: 'add-member', workspaceId: id, subject, role },
      caller => members.add(id, request.body, caller),
    );
    accepted(response).json(list);
  });

  router.patch('/v1/workspaces/:id/members', async (request, response) => {
    const { id } = request.params;
    const { subject, role } = request.body;
    const list = await context.write(
      request,
      { actionType: 'change-member', workspaceId: id, subject, role },
      caller => members.change(id, request.body, caller),
    );
    accepted(response).json(list);
  });

  router.post(
    '/v1/workspaces/:id/members/remove',
    async (request, response) => {
      const { id } = request.params;
      const { subject } = request.body;
      const list = await context.write(
        request,
        { actionType: 'remove-member', workspaceId: id, subject },
        caller => members.remove(id, request.body, caller),
      );
      accepted(response).json(list);
    },
  );

  router.post(
    '/v1/workspaces/:id/members/preview',
    async (request, response) => {
      const { id } = request.params;
      const impact = await context.read(
        request,
        { queryType: 'member-preview', workspaceId: id },
        caller => members.preview(id, request.body, caller),
      );
      response.json(impact);
    },
  );

  router.post('/v1/workspaces/:id/transfer', async (request, response) => {
    const { id } = request.params;
    const { owner } = request.body;
    const workspace = await context.write(
      request,
      { actionType: 'transfer', workspaceId: id, owner },
      async caller =>
        context.presenter.present(
          await members.transfer(id, request.body, caller),
          caller,
        ),
    );
    accepted(response).json(workspace);
  });
}
