import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CreateWorkspaceRequest } from '@team-workspaces/backstage-plugin-workspaces-common';
import { InitiatorApi, type ActionDependencies } from '../client/InitiatorApi';
import { readKnownWorkspace, toKnownWorkspace } from '../client/readWorkspace';
import { withReadableErrors } from '../client/readableError';
import { describePlan } from '../text/describePlan';
import { workspacePath } from '../text/workspacePath';
import { examples } from './create.examples';

/**
 * The action `workspaces:create`. It may run any number of times: the portal answers the same request with the
 * same workspace, and a checkpoint keeps a later run from making a workspace again that was deleted meanwhile.
 */
export function createWorkspacesCreateAction(dependencies: ActionDependencies) {
  return createTemplateAction({
    id: 'workspaces:create',
    description:
      'Requests a team workspace for a Group of whoever started the task. It is set up afterwards: follow it with workspaces:await.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        id: z =>
          z
            .string()
            .describe(
              'Id of the team workspace: lower case letters, digits and inner hyphens. Its namespaces are named after it.',
            ),
        displayName: z =>
          z.string().describe('Name that people see, 1 to 128 characters.'),
        description: z =>
          z.string().optional().describe('What the workspace is for.'),
        owner: z =>
          z
            .string()
            .describe(
              'Entity ref of the owning Group, such as group:default/team-a. Whoever starts the task must belong to it.',
            ),
        cluster: z =>
          z
            .string()
            .optional()
            .describe(
              'Name of a configured cluster; the first one by default.',
            ),
        quotaProfile: z =>
          z
            .string()
            .optional()
            .describe(
              'Name of a configured quota profile; the default one by default.',
            ),
      },
      output: {
        id: z => z.string().describe('Id of the team workspace.'),
        displayName: z => z.string().describe('Name that people see.'),
        phase: z =>
          z.string().describe('Phase right after the request, mostly pending.'),
        namespaces: z =>
          z.array(z.string()).describe('Names of its namespaces.'),
        link: z =>
          z.string().describe('Path of its page below the address of the app.'),
        plan: z =>
          z
            .array(z.string())
            .optional()
            .describe('In a dry run only: what would be done, line by line.'),
      },
    },
    async handler(ctx) {
      await withReadableErrors(async () => {
        const api = new InitiatorApi(dependencies, ctx);
        const request = toRequest(ctx.input);
        const { id } = request;
        if (ctx.isDryRun) {
          const plan = await api.call((client, options) =>
            client.planCreation(request, options),
          );
          const lines = describePlan(plan);
          lines.forEach(line => ctx.logger.info(line));
          ctx.output('id', id);
          ctx.output('displayName', request.displayName);
          ctx.output('phase', 'pending');
          ctx.output(
            'namespaces',
            plan.changes
              .filter(({ object }) => object.kind === 'Namespace')
              .map(({ object }) => object.name),
          );
          ctx.output('link', workspacePath(id));
          ctx.output('plan', lines);
          return;
        }
        const known = await ctx.checkpoint({
          key: `workspaces.create.${id}`,
          fn: async () =>
            toKnownWorkspace(
              await api.call((client, options) =>
                client.createWorkspace(request, options),
              ),
            ),
        });
        const workspace = await readKnownWorkspace(api, known);
        if (!workspace) {
          throw new ConflictError(
            `This task requested the team workspace "${id}" before, and it was deleted since. What to do: start the template anew.`,
          );
        }
        ctx.logger.info(
          `Team workspace "${workspace.displayName}" (${id}) is requested for ${workspace.owner}.`,
        );
        ctx.output('id', id);
        ctx.output('displayName', workspace.displayName);
        ctx.output('phase', workspace.phase);
        ctx.output(
          'namespaces',
          workspace.namespaces.map(({ name }) => name),
        );
        ctx.output('link', workspacePath(id));
      });
    },
  });
}

/** Fields of a form that were left empty count as absent. */
function toRequest(input: CreateWorkspaceRequest): CreateWorkspaceRequest {
  return {
    id: input.id,
    displayName: input.displayName.trim(),
    description: input.description || undefined,
    owner: stringifyEntityRef(
      parseEntityRef(input.owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    ),
    cluster: input.cluster || undefined,
    quotaProfile: input.quotaProfile || undefined,
  };
}
