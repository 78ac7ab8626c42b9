import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Plan } from '@team-workspaces/backstage-plugin-workspaces-common';
import { InitiatorApi, type ActionDependencies } from '../client/InitiatorApi';
import { readKnownWorkspace, toKnownWorkspace } from '../client/readWorkspace';
import { requestDeletion } from '../client/requestDeletion';
import { withReadableErrors } from '../client/readableError';
import { awaitGone } from '../progress/awaitGone';
import { withDeadline } from '../progress/withDeadline';
import { describePlan } from '../text/describePlan';
import { examples } from './delete.examples';

/**
 * The action `workspaces:delete`. It may run any number of times: a checkpoint tells which workspace was meant, so
 * that a later run neither fails because it is gone nor deletes another one that got its id since.
 */
export function createWorkspacesDeleteAction(dependencies: ActionDependencies) {
  return createTemplateAction({
    id: 'workspaces:delete',
    description:
      'Deletes a team workspace with everything in its namespaces, and waits until it is gone. Portal admins only.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        id: z => z.string().describe('Id of the team workspace.'),
        confirmation: z =>
          z
            .string()
            .describe('The id again, typed by whoever wants it deleted.'),
        wait: z =>
          z
            .boolean()
            .optional()
            .describe('Whether to wait until it is gone; true by default.'),
        timeout: z =>
          z
            .object({
              hours: z.number().optional(),
              minutes: z.number().optional(),
              seconds: z.number().optional(),
            })
            .strict()
            .optional()
            .describe(
              'How long to wait; 10 minutes by default. When it is over the action fails, while the deletion goes on.',
            ),
      },
      output: {
        id: z => z.string().describe('Id of the team workspace.'),
        gone: z =>
          z.boolean().describe('Whether nothing of it is left in the cluster.'),
        leftBehind: z =>
          z
            .array(z.string())
            .describe('What a deletion leaves where it is, on purpose.'),
        plan: z =>
          z
            .array(z.string())
            .optional()
            .describe('In a dry run only: what would be done, line by line.'),
      },
    },
    async handler(ctx) {
      const { id, confirmation, wait = true, timeout } = ctx.input;
      if (confirmation !== id) {
        throw new InputError(
          `The confirmation "${confirmation}" is not the id "${id}". What to do: type the id of the team workspace that is to be deleted.`,
        );
      }
      await withReadableErrors(async () => {
        const api = new InitiatorApi(dependencies, ctx);
        ctx.output('id', id);
        if (ctx.isDryRun) {
          const plan = await planDeletion(api, id);
          const lines = describePlan(plan);
          lines.forEach(line => ctx.logger.info(line));
          ctx.output('gone', false);
          ctx.output('leftBehind', plan.leftBehind);
          ctx.output('plan', lines);
          return;
        }
        const meant = await ctx.checkpoint({
          key: `workspaces.delete.${id}`,
          fn: async () => {
            const [workspace, { leftBehind }] = await Promise.all([
              api.call((client, options) => client.getWorkspace(id, options)),
              planDeletion(api, id),
            ]);
            return { ...toKnownWorkspace(workspace), leftBehind };
          },
        });
        ctx.output('leftBehind', meant.leftBehind);
        const workspace = await readKnownWorkspace(api, meant);
        if (workspace) {
          await requestDeletion(api, workspace);
          ctx.logger.info(`Team workspace "${id}" is being deleted.`);
        }
        if (workspace && wait) {
          await withDeadline(
            {
              timeout,
              signal: ctx.signal,
              cancelled: `The task was cancelled. Team workspace "${id}" goes on being deleted.`,
              timedOut: duration =>
                `Team workspace "${id}" was not gone within ${duration}; its deletion goes on.`,
            },
            signal =>
              awaitGone({ api, known: meant, logger: ctx.logger, signal }),
          );
        }
        const gone = wait || !workspace;
        ctx.output('gone', gone);
        if (gone) {
          ctx.logger.info(`Team workspace "${id}" is gone.`);
        }
      });
    },
  });
}

async function planDeletion(api: InitiatorApi, id: string): Promise<Plan> {
  return api.call((client, options) =>
    client.planWorkspace(id, { kind: 'delete' }, options),
  );
}
