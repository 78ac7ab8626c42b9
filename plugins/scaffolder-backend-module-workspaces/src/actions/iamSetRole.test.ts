import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mockApi, mockRefusal, mockWorkspace } from '../testUtils';
import { createWorkspacesIamSetRoleAction } from './iamSetRole';

function actionOf(methods: Parameters<typeof mockApi>[0]) {
  return createWorkspacesIamSetRoleAction({
    api: mockApi(methods),
    auth: mockServices.auth(),
  });
}

const workspaceId = 'team-a';
const roleArn = 'arn:aws:iam::123456789012:role/drls-workspace-team-a';
const external = { mode: 'external', roleArn } as const;

describe('workspaces:iam:set-role', () => {
  it('should set the role as the initiator', async () => {
    const setIam = jest
      .fn()
      .mockResolvedValue(mockWorkspace({ iam: external }));
    const context = createMockActionContext({
      input: { workspaceId, roleArn },
    });
    await actionOf({
      getWorkspace: async () => mockWorkspace({ revision: 4 }),
      setIam,
    }).handler(context);
    expect(setIam).toHaveBeenCalledWith(
      workspaceId,
      { revision: 4, ...external },
      { token: expect.any(String) },
    );
    expect(Object.fromEntries(jest.mocked(context.output).mock.calls)).toEqual({
      workspaceId,
      ...external,
      changed: true,
    });
  });

  it.each([
    { iam: external, input: { roleArn } },
    { iam: { mode: 'none' }, input: { mode: 'none' } },
    { iam: { mode: 'managed', roleArn }, input: { mode: 'managed' } },
  ] as const)(
    'should write nothing the second time for $input',
    async ({ iam, input }) => {
      const context = createMockActionContext({
        input: { workspaceId, ...input },
      });
      await actionOf({
        getWorkspace: async () => mockWorkspace({ iam }),
      }).handler(context);
      expect(context.output).toHaveBeenCalledWith('changed', false);
    },
  );

  it('should clear the role, with the fresh revision when it changed', async () => {
    const setIam = jest
      .fn()
      .mockRejectedValueOnce(
        await mockRefusal(409, { message: 'x', code: 'RevisionConflict' }),
      )
      .mockResolvedValueOnce(mockWorkspace());
    const getWorkspace = jest
      .fn()
      .mockResolvedValueOnce(mockWorkspace({ iam: external, revision: 4 }))
      .mockResolvedValueOnce(mockWorkspace({ iam: external, revision: 5 }));
    await actionOf({ getWorkspace, setIam }).handler(
      createMockActionContext({ input: { workspaceId, mode: 'none' } }),
    );
    expect(setIam.mock.calls.map(([, body]) => body)).toEqual([
      { revision: 4, mode: 'none' },
      { revision: 5, mode: 'none' },
    ]);
  });

  it.each([
    {},
    { roleArn: ' ' },
    { mode: 'external' },
    { mode: 'none', roleArn },
    { mode: 'managed', roleArn },
  ] as const)('should refuse %j before asking anybody', async input => {
    await expect(
      actionOf({}).handler(
        createMockActionContext({ input: { workspaceId, ...input } }),
      ),
    ).rejects.toThrow('give either the roleArn');
  });

  it('should pass on why a role cannot be used', async () => {
    const refusal = await mockRefusal(409, {
      message: 'Another workspace has that role.',
      code: 'RoleArnTaken',
    });
    await expect(
      actionOf({
        getWorkspace: async () => mockWorkspace(),
        setIam: () => Promise.reject(refusal),
      }).handler(createMockActionContext({ input: { workspaceId, roleArn } })),
    ).rejects.toThrow('(RoleArnTaken)');
  });

  it('should only plan in a dry run', async () => {
    const context = createMockActionContext({
      input: { workspaceId, roleArn },
    });
    await actionOf({
      getWorkspace: async () => mockWorkspace(),
      listServiceAccounts: async () => ({
        items: [
          { namespace: 'team-a-notebooks', name: 'user-ann', state: 'ready' },
        ],
      }),
    }).handler({ ...context, isDryRun: true });
    expect(context.output).toHaveBeenCalledWith('changed', false);
    expect(context.output).toHaveBeenCalledWith('plan', [
      `~ AWS role: none → ${roleArn}`,
      '~ ServiceAccount team-a-notebooks/user-ann',
    ]);
  });
});
