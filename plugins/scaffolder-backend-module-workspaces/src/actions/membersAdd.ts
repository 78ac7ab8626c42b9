import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  MEMBER_ROLES,
  type MemberList,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { InitiatorApi, type ActionDependencies } from '../client/InitiatorApi';
import {
  findMember,
  memberChange,
  toSubject,
  type WantedMember,
} from '../client/memberChange';
import { withReadableErrors } from '../client/readableError';
import { retryOnConflict } from '../client/retryOnConflict';
import { describeImpact } from '../text/describeImpact';
import { examples } from './membersAdd.examples';

/** The action `workspaces:members:add`. It may run any number of times: a member of that role stays as it is. */
export function createWorkspacesMembersAddAction(
  dependencies: ActionDependencies,
) {
  return createTemplateAction({
    id: 'workspaces:members:add',
    description:
      'Gives a User or Group a role in a team workspace. Whoever starts the task must be an admin of it, and gives no more than the own role.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        workspaceId: z => z.string().describe('Id of the team workspace.'),
        subject: z =>
          z
            .string()
            .describe(
              'Entity ref of a User or Group, such as user:default/ann.',
            ),
        role: z =>
          z.enum(MEMBER_ROLES).describe('The role in the team workspace.'),
        changeRole: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether a member that has another role gets this one; false by default: the action then fails.',
            ),
      },
      output: {
        workspaceId: z => z.string().describe('Id of the team workspace.'),
        subject: z => z.string().describe('Full entity ref of the member.'),
        role: z => z.string().describe('The role of the member.'),
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
      const { workspaceId, role, changeRole = false } = ctx.input;
      const subject = toSubject(ctx.input.subject);
      const wanted = { workspaceId, subject, role, changeRole };
      await withReadableErrors(async () => {
        const api = new InitiatorApi(dependencies, ctx);
        ctx.output('workspaceId', workspaceId);
        ctx.output('subject', subject);
        ctx.output('role', role);
        if (ctx.isDryRun) {
          const lines = await preview(api, wanted);
          lines.forEach(line => ctx.logger.info(line));
          ctx.output('changed', false);
          ctx.output('plan', lines);
          return;
        }
        const { changed, list } = await retryOnConflict(
          () => write(api, wanted),
          ['RevisionConflict', 'MemberExists', 'MemberNotFound'],
        );
        ctx.output('changed', changed);
        ctx.logger.info(
          `${subject} ${
            changed ? 'gets' : 'has'
          } role ${role} in the team workspace "${workspaceId}".`,
        );
        const state = findMember(list, subject)?.state;
        if (state === 'unknown' || state === 'untrusted') {
          ctx.logger.warn(
            `${subject} is ${state} to the catalog, and gives nobody a role until that changes.`,
          );
        }
      });
    },
  });
}

async function write(
  api: InitiatorApi,
  wanted: WantedMember,
): Promise<{ changed: boolean; list: MemberList }> {
  const { workspaceId, subject, role } = wanted;
  const list = await listMembers(api, workspaceId);
  const change = memberChange(list, wanted);
  if (change === 'none') {
    return { changed: false, list };
  }
  const body = { revision: list.revision, subject, role };
  return {
    changed: true,
    list: await api.call((client, options) =>
      change === 'add'
        ? client.addMember(workspaceId, body, options)
        : client.changeMember(workspaceId, body, options),
    ),
  };
}

async function preview(
  api: InitiatorApi,
  wanted: WantedMember,
): Promise<string[]> {
  const { workspaceId, subject, role } = wanted;
  if (memberChange(await listMembers(api, workspaceId), wanted) === 'none') {
    return [`${subject} has role ${role} already: nothing would be written.`];
  }
  return describeImpact(
    await api.call((client, options) =>
      client.previewMember(workspaceId, { subject, role }, options),
    ),
  );
}

async function listMembers(api: InitiatorApi, id: string): Promise<MemberList> {
  return api.call((client, options) => client.listMembers(id, options));
}
