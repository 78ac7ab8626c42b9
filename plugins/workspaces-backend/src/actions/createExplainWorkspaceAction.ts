import { READ_ONLY, type ActionOptions } from './ActionOptions';

/** Registers the action that tells what is wrong with a workspace. */
export function createExplainWorkspaceAction(options: ActionOptions): void {
  const { actionsRegistry, callers, service } = options;
  actionsRegistry.register({
    name: 'explain-workspace',
    title: 'Explain a team workspace',
    description:
      'Tells whether a team workspace is fine and, where it is not, for each step why not and what to do, with a stable reason code.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({ id: z.string().describe('The id of the workspace') }),
      output: z =>
        z.object({
          phase: z.string(),
          problems: z.array(
            z.object({
              step: z.string(),
              reason: z.string().describe('Stable code'),
              message: z.string(),
              remedy: z.string().optional(),
            }),
          ),
          waitingFor: z
            .array(z.string())
            .describe(
              'Titles of steps that are not ready without having failed',
            ),
          nextAttemptAt: z
            .string()
            .optional()
            .describe(
              'When the next attempt is made by itself; absent where somebody has to act, or nothing is to be done',
            ),
        }),
    },
    examples: [{ title: 'Why did it fail?', input: { id: 'data-science' } }],
    action: async ({ input, credentials }) => {
      const caller = await callers.resolve(credentials);
      const workspace = await service.get(input.id, caller);
      const { phase, conditions, nextAttemptAt } = workspace;
      return {
        output: {
          phase,
          nextAttemptAt,
          problems: conditions
            .filter(({ status }) => status === 'False')
            .map(({ title, reason, message, hint }) => ({
              step: title,
              reason,
              message,
              remedy: hint,
            })),
          waitingFor: conditions
            .filter(({ status }) => status === 'Unknown')
            .map(({ title }) => title),
        },
      };
    },
  });
}
