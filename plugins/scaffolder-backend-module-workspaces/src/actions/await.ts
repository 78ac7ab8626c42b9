import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { InitiatorApi, type ActionDependencies } from '../client/InitiatorApi';
import { withReadableErrors } from '../client/readableError';
import { awaitReady } from '../progress/awaitReady';
import { withDeadline } from '../progress/withDeadline';
import { describeCondition } from '../text/describeCondition';
import { workspacePath } from '../text/workspacePath';
import { examples } from './await.examples';

/** The action `workspaces:await`. It only reads, so it may run any number of times. */
export function createWorkspacesAwaitAction(dependencies: ActionDependencies) {
  return createTemplateAction({
    id: 'workspaces:await',
    description:
      'Waits until a team workspace is set up, with a line in the log for each step. Fails with reason and remedy when it cannot be.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        id: z => z.string().describe('Id of the team workspace.'),
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
              'How long to wait; 10 minutes by default. When it is over the action fails, while the setting up goes on.',
            ),
      },
      output: {
        id: z => z.string().describe('Id of the team workspace.'),
        displayName: z => z.string().describe('Name that people see.'),
        phase: z =>
          z
            .string()
            .describe(
              'active, or degraded when something is missing that the workspace can be used without.',
            ),
        namespaces: z =>
          z.array(z.string()).describe('Names of its namespaces.'),
        link: z =>
          z.string().describe('Path of its page below the address of the app.'),
      },
    },
    async handler(ctx) {
      const { id, timeout } = ctx.input;
      ctx.output('id', id);
      ctx.output('link', workspacePath(id));
      if (ctx.isDryRun) {
        ctx.logger.info(`Would wait until team workspace ${id} is set up.`);
        return;
      }
      await withReadableErrors(async () => {
        const api = new InitiatorApi(dependencies, ctx);
        let latest: Workspace | undefined;
        const workspace = await withDeadline(
          {
            timeout,
            signal: ctx.signal,
            cancelled: `The task was cancelled. Team workspace "${id}" goes on being set up.`,
            timedOut: duration =>
              `Team workspace "${id}" was not set up within ${duration}, and goes on being set up. ${describeUnfinished(
                latest,
              )}`,
          },
          signal =>
            awaitReady({
              api,
              id,
              logger: ctx.logger,
              signal,
              onWorkspace: current => {
                latest = current;
              },
            }),
        );
        ctx.output('displayName', workspace.displayName);
        ctx.output('phase', workspace.phase);
        ctx.output(
          'namespaces',
          workspace.namespaces.map(({ name }) => name),
        );
      });
    },
  });
}

function describeUnfinished(workspace: Workspace | undefined): string {
  if (!workspace) {
    return 'The portal never answered about it.';
  }
  return workspace.conditions
    .filter(({ status }) => status !== 'True')
    .map(describeCondition)
    .join(' · ');
}
