import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { workspacePermissionResourceRef } from '../resource';

/** Allows workspaces in one of the given clusters. @public */
export const inCluster = createPermissionRule({
  name: 'IN_CLUSTER',
  description: 'Allow workspaces in one of the given clusters',
  resourceRef: workspacePermissionResourceRef,
  paramsSchema: z.object({
    clusters: z
      .array(z.string())
      .describe(
        'Names of clusters as configured, one of which the workspace must be in',
      ),
  }),
  apply: (workspace, { clusters }) => clusters.includes(workspace.cluster),
  toQuery: ({ clusters }) => ({ clusters }),
});
