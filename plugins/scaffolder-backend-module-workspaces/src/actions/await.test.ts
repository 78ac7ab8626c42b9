import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  mockApi,
  mockCondition,
  mockRefusal,
  mockStream,
  mockWorkspace,
} from '../testUtils';
import { createWorkspacesAwaitAction } from './await';

function actionOf(methods: Parameters<typeof mockApi>[0]) {
  return createWorkspacesAwaitAction({
    api: mockApi(methods),
    auth: mockServices.auth(),
  });
}

const done = mockCondition({
  status: 'True',
  reason: 'Ready',
  done: 3,
  total: 3,
  durationMs: 1200,
});

describe('workspaces:await', () => {
  const logger = mockServices.logger.mock();
  const context = () =>
    createMockActionContext({ input: { id: 'team-a' }, logger });

  beforeEach(() => jest.clearAllMocks());

  it('should log each step and end when the workspace is active', async () => {
    const action = actionOf({
      followWorkspace: mockStream([
        {
          type: 'workspace',
          workspace: mockWorkspace({ conditions: [mockCondition()] }),
        },
        {
          type: 'workspace',
          workspace: mockWorkspace({ phase: 'active', conditions: [done] }),
        },
      ]),
    });
    const ctx = context();
    await action.handler(ctx);
    expect(logger.info.mock.calls.flat()).toEqual([
      '◌ Namespaces: at work',
      '✓ Namespaces: 3 of 3 in 1.2 s',
      'Team workspace "Team A" (team-a) is active.',
    ]);
    expect(Object.fromEntries(jest.mocked(ctx.output).mock.calls)).toEqual({
      id: 'team-a',
      displayName: 'Team A',
      phase: 'active',
      namespaces: ['team-a-notebooks'],
      link: '/workspaces/team-a',
    });
  });

  it('should succeed with a warning when something dispensable is missing', async () => {
    const action = actionOf({
      followWorkspace: mockStream([
        {
          type: 'workspace',
          workspace: mockWorkspace({
            phase: 'degraded',
            conditions: [
              done,
              mockCondition({
                type: 'extra',
                title: 'Extra',
                status: 'False',
                reason: 'ObjectInvalid',
                message: 'No.',
                essential: false,
              }),
            ],
          }),
        },
      ]),
    });
    await action.handler(context());
    expect(logger.warn).toHaveBeenCalledWith('✕ Extra: No. (ObjectInvalid)');
    expect(logger.info).toHaveBeenLastCalledWith(
      'Team workspace "Team A" (team-a) is usable, but needs repair.',
    );
  });

  it('should fail with reason, message and remedy', async () => {
    const action = actionOf({
      followWorkspace: mockStream([
        {
          type: 'workspace',
          workspace: mockWorkspace({
            phase: 'error',
            conditions: [
              mockCondition({
                status: 'False',
                reason: 'NamespaceConflict',
                message: 'The namespace team-a-notebooks exists.',
                hint: 'Choose another id.',
              }),
            ],
          }),
        },
      ]),
    });
    await expect(action.handler(context())).rejects.toThrow(
      'Team workspace "team-a" could not be set up. Namespaces: The namespace team-a-notebooks exists. (NamespaceConflict) What to do: Choose another id. See /workspaces/team-a',
    );
  });

  it('should fail when there is no such workspace', async () => {
    const refusal = await mockRefusal(404, { message: 'no', code: 'x' });
    const action = actionOf({
      followWorkspace: mockStream([], refusal),
      getWorkspace: () => Promise.reject(refusal),
    });
    await expect(action.handler(context())).rejects.toThrow(
      'WorkspaceNotFound',
    );
  });

  it('should say what was not ready when the time is up', async () => {
    const action = actionOf({
      followWorkspace: mockStream([
        {
          type: 'workspace',
          workspace: mockWorkspace({
            conditions: [done, mockCondition({ title: 'Quota', type: 'q' })],
          }),
        },
      ]),
    });
    await expect(
      action.handler(
        createMockActionContext({
          input: { id: 'team-a', timeout: { seconds: 0.05 } },
        }),
      ),
    ).rejects.toThrow(
      'was not set up within 0.05 seconds, and goes on being set up. ◌ Quota: at work',
    );
  });

  it('should end when the task is cancelled', async () => {
    const controller = new AbortController();
    const action = actionOf({ followWorkspace: mockStream([]) });
    const result = action.handler({ ...context(), signal: controller.signal });
    controller.abort();
    await expect(result).rejects.toThrow('The task was cancelled.');
  });

  it('should not wait in a dry run', async () => {
    await actionOf({}).handler({ ...context(), isDryRun: true });
    expect(logger.info).toHaveBeenCalledWith(
      'Would wait until team workspace team-a is set up.',
    );
  });
});
