import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { IamSettings } from '@team-workspaces/backstage-plugin-workspaces-common';
import { InitiatorApi, type ActionDependencies } from '../client/InitiatorApi';
import { setIam } from '../client/setIam';
import { withReadableErrors } from '../client/readableError';
import { describeIamChange } from '../text/describeIamChange';
import { examples } from './iamSetRole.examples';

/** The action `workspaces:iam:set-role`. It may run any number of times: settings that are as wanted stay so. */
export function createWorkspacesIamSetRoleAction(
  dependencies: ActionDependencies,
) {
  return createTemplateAction({
    id: 'workspaces:iam:set-role',
    description:
      'Sets or clears the AWS role of a team workspace, which then reaches every ServiceAccount of it. Portal admins only.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        workspaceId: z => z.string().describe('Id of the team workspace.'),
        roleArn: z =>
          z
            .string()
            .optional()
            .describe(
              'ARN of a role that exists, such as the output of Terraform. Leave it out with mode none or managed.',
            ),
        mode: z =>
          z
            .enum(['none', 'managed', 'external'])
            .optional()
            .describe(
              'none clears the role, managed lets the portal make and keep one; external, with roleArn, by default.',
            ),
      },
      output: {
        workspaceId: z => z.string().describe('Id of the team workspace.'),
        mode: z => z.string().describe('The mode that is stored.'),
        roleArn: z =>
          z
            .string()
            .optional()
            .describe('ARN of the role; absent while there is none.'),
        changed: z =>
          z
            .boolean()
            .describe('Whether anything was written; false in a dry run.'),
        plan: z =>
          z
            .array(z.string())
            .optional()
            .describe('In a dry run only: what would be done, line by line.'),
      },
    },
    async handler(ctx) {
      const { workspaceId } = ctx.input;
      const wanted = toSettings(ctx.input);
      await withReadableErrors(async () => {
        const api = new InitiatorApi(dependencies, ctx);
        ctx.output('workspaceId', workspaceId);
        if (ctx.isDryRun) {
          const [{ iam }, accounts] = await Promise.all([
            api.call((client, options) =>
              client.getWorkspace(workspaceId, options),
            ),
            api.call((client, options) =>
              client.listServiceAccounts(workspaceId, options),
            ),
          ]);
          const lines = describeIamChange({ before: iam, wanted, accounts });
          lines.forEach(line => ctx.logger.info(line));
          ctx.output('mode', wanted.mode);
          ctx.output('roleArn', wanted.roleArn);
          ctx.output('changed', false);
          ctx.output('plan', lines);
          return;
        }
        const { changed, settings } = await setIam(api, workspaceId, wanted);
        ctx.output('mode', settings.mode);
        ctx.output('roleArn', settings.roleArn);
        ctx.output('changed', changed);
        ctx.logger.info(
          `The AWS role of the team workspace "${workspaceId}" ${
            changed ? 'is set' : 'was set already'
          }: ${settings.mode}${
            settings.roleArn ? `, ${settings.roleArn}` : ''
          }.`,
        );
      });
    },
  });
}

/** Fields of a form that were left empty count as absent. */
function toSettings(input: {
  roleArn?: string;
  mode?: IamSettings['mode'];
}): IamSettings {
  const roleArn = input.roleArn?.trim() || undefined;
  const mode = input.mode ?? (roleArn ? 'external' : undefined);
  if (!mode || (mode === 'external') !== Boolean(roleArn)) {
    throw new InputError(
      'What the role is to be is not clear. What to do: give either the roleArn of a role that exists, or mode none or managed.',
    );
  }
  return { mode, roleArn };
}
