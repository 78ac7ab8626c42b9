import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { workspacePermissionResourceRef } from '../resource';
import { lowerCaseRefs } from './lowerCaseRefs';

/** Allows workspaces in which one of the given entities has a role, the owner included. @public */
export const hasMember = createPermissionRule({
  name: 'HAS_MEMBER',
  description:
    'Allow workspaces in which one of the given entities is a member or the owner',
  resourceRef: workspacePermissionResourceRef,
  paramsSchema: z.object({
    members: z
      .array(z.string())
      .describe(
        'Entity refs of Users and Groups, at least one of which must be a member',
      ),
  }),
  apply: (workspace, { members }) =>
    lowerCaseRefs(members).some(member => workspace.members.includes(member)),
  toQuery: ({ members }) => ({
    anyOf: [
      { members: lowerCaseRefs(members) },
      { owners: lowerCaseRefs(members) },
    ],
  }),
});
