import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { workspacePermissionResourceRef } from '../resource';

const PHASES = ['pending', 'active', 'degraded', 'error', 'deleting'] as const;

/** Allows workspaces in one of the given phases. @public */
export const hasPhase = createPermissionRule({
  name: 'HAS_PHASE',
  description: 'Allow workspaces in one of the given phases',
  resourceRef: workspacePermissionResourceRef,
  paramsSchema: z.object({
    phases: z
      .array(z.enum(PHASES))
      .describe('Phases, one of which the workspace must be in'),
  }),
  apply: (workspace, { phases }) => phases.includes(workspace.phase),
  toQuery: ({ phases }) => ({ phases }),
});
