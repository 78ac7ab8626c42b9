import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { InitiatorApi, type ActionDependencies } from '../client/InitiatorApi';
import { withReadableErrors } from '../client/readableError';
import { describeFailure } from '../text/describeCondition';
import { previewSync } from '../text/previewSync';
import { examples } from './iamSync.examples';

/** The action `workspaces:iam:sync`. It may run any number of times: what is as it should be stays unchanged. */
export function createWorkspacesIamSyncAction(
  dependencies: ActionDependencies,
) {
  return createTemplateAction({
    id: 'workspaces:iam:sync',
    description:
      'Writes the AWS role of a team workspace to every ServiceAccount of it, and makes missing ones. Admins of the workspace.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        workspaceId: z => z.string().describe('Id of the team workspace.'),
        allowFailures: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether the action succeeds although ServiceAccounts failed; false by default.',
            ),
      },
      output: {
        workspaceId: z => z.string().describe('Id of the team workspace.'),
        total: z => z.number().describe('ServiceAccounts there should be.'),
        updated: z => z.number().describe('Those that were written.'),
        unchanged: z => z.number().describe('Those that were right.'),
        failed: z => z.number().describe('Those that could not be written.'),
        failures: z =>
          z
            .array(z.string())
            .describe('Why they could not be written, with what to do.'),
        plan: z =>
          z
            .array(z.string())
            .optional()
            .describe('In a dry run only: what would be done, line by line.'),
      },
    },
    async handler(ctx) {
      const { workspaceId, allowFailures = false } = ctx.input;
      await withReadableErrors(async () => {
        const api = new InitiatorApi(dependencies, ctx);
        const { result, plan } = ctx.isDryRun
          ? previewSync(
              await api.call((client, options) =>
                client.listServiceAccounts(workspaceId, options),
              ),
            )
          : {
              result: await api.call((client, options) =>
                client.syncIam(workspaceId, options),
              ),
              plan: undefined,
            };
        const { total, updated, unchanged, failed } = result;
        const failures = result.failures.map(describeFailure);
        ctx.output('workspaceId', workspaceId);
        ctx.output('total', total);
        ctx.output('updated', updated);
        ctx.output('unchanged', unchanged);
        ctx.output('failed', failed);
        ctx.output('failures', failures);
        if (plan) {
          ctx.output('plan', plan);
        }
        plan?.forEach(line => ctx.logger.info(line));
        ctx.logger.info(
          `${total} ServiceAccounts, ${updated} updated, ${unchanged} unchanged, ${failed} failed`,
        );
        failures.forEach(failure => ctx.logger.warn(`✕ ${failure}`));
        if (failed > 0 && !allowFailures && !ctx.isDryRun) {
          throw new Error(
            `${failed} of ${total} ServiceAccounts of the team workspace "${workspaceId}" could not be written. ${failures.join(
              ' ',
            )}`,
          );
        }
      });
    },
  });
}
