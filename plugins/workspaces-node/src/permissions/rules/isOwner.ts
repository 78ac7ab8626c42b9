import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { workspacePermissionResourceRef } from '../resource';
import { lowerCaseRefs } from './lowerCaseRefs';

/** Allows workspaces that one of the given entities owns. @public */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow workspaces owned by one of the given entities',
  resourceRef: workspacePermissionResourceRef,
  paramsSchema: z.object({
    owners: z
      .array(z.string())
      .describe(
        'Entity refs of Groups, at least one of which must own the workspace',
      ),
  }),
  apply: (workspace, { owners }) =>
    workspace.owner !== undefined &&
    lowerCaseRefs(owners).includes(workspace.owner),
  toQuery: ({ owners }) => ({ owners: lowerCaseRefs(owners) }),
});
