import { READ_ONLY, type ActionOptions } from './ActionOptions';

/** Registers the action that reads one workspace. */
export function createGetWorkspaceAction(options: ActionOptions): void {
  const { actionsRegistry, callers, service, presenter } = options;
  actionsRegistry.register({
    name: 'get-workspace',
    title: 'Get a team workspace',
    description:
      'Reads one team workspace as the API gives it: phase, namespaces, the condition of each step, and what the caller may do.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({ id: z.string().describe('The id of the workspace') }),
      output: z =>
        z.object({
          workspace: z
            .object({ id: z.string(), phase: z.string() })
            .passthrough(),
        }),
    },
    examples: [{ title: 'One workspace', input: { id: 'data-science' } }],
    action: async ({ input, credentials }) => {
      const caller = await callers.resolve(credentials);
      const workspace = await service.get(input.id, caller);
      return {
        output: {
          workspace: { ...(await presenter.present(workspace, caller)) },
        },
      };
    },
  });
}
