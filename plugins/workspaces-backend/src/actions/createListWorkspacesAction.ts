import { READ_ONLY, type ActionOptions } from './ActionOptions';

/** Registers the action that lists workspaces. */
export function createListWorkspacesAction(options: ActionOptions): void {
  const { actionsRegistry, callers, service, presenter } = options;
  actionsRegistry.register({
    name: 'list-workspaces',
    title: 'List team workspaces',
    description:
      'Lists the team workspaces that the caller may see, with owner, phase and cluster. `scope` chooses between own ones, all, and those that need somebody: failed, degraded or expired.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          scope: z
            .enum(['mine', 'all', 'attention'])
            .optional()
            .describe('Which workspaces; `all` when left out'),
          text: z
            .string()
            .optional()
            .describe('Part of the id or of the display name'),
          limit: z
            .number()
            .int()
            .min(1)
            .max(200)
            .optional()
            .describe('The most to list; 50 when left out'),
        }),
      output: z =>
        z.object({
          workspaces: z.array(
            z.object({
              id: z.string(),
              displayName: z.string(),
              owner: z.string().optional(),
              cluster: z.string(),
              phase: z.string(),
            }),
          ),
          totalItems: z.number().describe('How many there are in all'),
        }),
    },
    examples: [
      { title: 'Workspaces that need somebody', input: { scope: 'attention' } },
    ],
    action: async ({ input, credentials }) => {
      const caller = await callers.resolve(credentials);
      const page = await service.list(
        {
          scope: input.scope ?? 'all',
          text: input.text,
          limit: input.limit ?? 50,
          offset: 0,
        },
        caller,
      );
      const workspaces = await presenter.presentAll(page.items, caller);
      return {
        output: {
          totalItems: page.totalItems,
          workspaces: workspaces.map(
            ({ id, displayName, owner, cluster, phase }) => ({
              id,
              displayName,
              owner,
              cluster,
              phase,
            }),
          ),
        },
      };
    },
  });
}
