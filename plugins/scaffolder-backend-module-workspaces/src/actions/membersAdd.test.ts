import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mockApi, mockMember, mockMemberList, mockRefusal } from '../testUtils';
import { createWorkspacesMembersAddAction } from './membersAdd';

function actionOf(methods: Parameters<typeof mockApi>[0]) {
  return createWorkspacesMembersAddAction({
    api: mockApi(methods),
    auth: mockServices.auth(),
  });
}

const input = {
  workspaceId: 'team-a',
  subject: 'user:ann',
  role: 'user',
} as const;
const body = { revision: 3, subject: 'user:default/ann', role: 'user' };

describe('workspaces:members:add', () => {
  it('should add the member as the initiator', async () => {
    const addMember = jest
      .fn()
      .mockResolvedValue(mockMemberList([mockMember()]));
    const context = createMockActionContext({ input });
    await actionOf({
      listMembers: async () => mockMemberList([], 3),
      addMember,
    }).handler(context);
    expect(addMember).toHaveBeenCalledWith('team-a', body, {
      token: expect.any(String),
    });
    expect(Object.fromEntries(jest.mocked(context.output).mock.calls)).toEqual({
      workspaceId: 'team-a',
      subject: 'user:default/ann',
      role: 'user',
      changed: true,
    });
  });

  it('should write nothing the second time', async () => {
    const context = createMockActionContext({ input });
    await actionOf({
      listMembers: async () => mockMemberList([mockMember()]),
    }).handler(context);
    expect(context.output).toHaveBeenCalledWith('changed', false);
  });

  it.each(['RevisionConflict', 'MemberExists'])(
    'should read again after %s, and succeed when the member is there by then',
    async code => {
      const listMembers = jest
        .fn()
        .mockResolvedValueOnce(mockMemberList([]))
        .mockResolvedValueOnce(mockMemberList([mockMember()]));
      const refusal = await mockRefusal(409, { message: 'x', code });
      const context = createMockActionContext({ input });
      await actionOf({
        listMembers,
        addMember: () => Promise.reject(refusal),
      }).handler(context);
      expect(context.output).toHaveBeenCalledWith('changed', false);
    },
  );

  it('should write with the fresh revision', async () => {
    const addMember = jest
      .fn()
      .mockRejectedValueOnce(
        await mockRefusal(409, { message: 'x', code: 'RevisionConflict' }),
      )
      .mockResolvedValueOnce(mockMemberList([mockMember()]));
    await actionOf({
      listMembers: jest
        .fn()
        .mockResolvedValueOnce(mockMemberList([], 3))
        .mockResolvedValueOnce(mockMemberList([], 4)),
      addMember,
    }).handler(createMockActionContext({ input }));
    expect(addMember.mock.calls.map(([, sent]) => sent.revision)).toEqual([
      3, 4,
    ]);
  });

  it('should refuse to change another role, unless told to', async () => {
    const listMembers = async () =>
      mockMemberList([mockMember({ role: 'viewer' })], 3);
    await expect(
      actionOf({ listMembers }).handler(createMockActionContext({ input })),
    ).rejects.toThrow(ConflictError);
    const changeMember = jest
      .fn()
      .mockResolvedValue(mockMemberList([mockMember()]));
    await actionOf({ listMembers, changeMember }).handler(
      createMockActionContext({ input: { ...input, changeRole: true } }),
    );
    expect(changeMember).toHaveBeenCalledWith('team-a', body, {
      token: expect.any(String),
    });
  });

  it('should pass on that nobody gives more than the own role', async () => {
    const refusal = await mockRefusal(403, {
      message: 'You are user; nobody gives more than the own role.',
      code: 'RoleTooHigh',
    });
    const attempt = actionOf({
      listMembers: async () => mockMemberList([]),
      addMember: () => Promise.reject(refusal),
    }).handler(createMockActionContext({ input: { ...input, role: 'admin' } }));
    await expect(attempt).rejects.toThrow(NotAllowedError);
    await expect(attempt).rejects.toThrow('(RoleTooHigh)');
  });

  it('should refuse a subject that is no User or Group before asking anybody', async () => {
    await expect(
      actionOf({}).handler(
        createMockActionContext({
          input: { ...input, subject: 'component:default/a' },
        }),
      ),
    ).rejects.toThrow('neither a User nor a Group');
  });

  it('should warn of a member that gives nobody a role', async () => {
    const context = createMockActionContext({ input });
    const warn = jest.spyOn(context.logger, 'warn');
    await actionOf({
      listMembers: async () => mockMemberList([]),
      addMember: async () => mockMemberList([mockMember({ state: 'unknown' })]),
    }).handler(context);
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining('user:default/ann is unknown to the catalog'),
    );
  });

  it('should only preview in a dry run', async () => {
    const previewMember = jest.fn().mockResolvedValue({
      people: [
        {
          ref: 'user:default/ann',
          title: 'Ann',
          after: 'user',
          namespaces: [],
          serviceAccounts: 0,
        },
      ],
      plan: { kind: 'change', changes: [], problems: [], leftBehind: [] },
    });
    const context = createMockActionContext({ input });
    await actionOf({
      listMembers: async () => mockMemberList([]),
      previewMember,
    }).handler({ ...context, isDryRun: true });
    expect(previewMember).toHaveBeenCalledWith(
      'team-a',
      { subject: 'user:default/ann', role: 'user' },
      { token: expect.any(String) },
    );
    expect(context.output).toHaveBeenCalledWith('changed', false);
    expect(context.output).toHaveBeenCalledWith('plan', [
      'user:default/ann: no member → user',
    ]);
  });

  it('should say in a dry run that there is nothing to do, or why it cannot be done', async () => {
    const context = createMockActionContext({ input });
    await actionOf({
      listMembers: async () => mockMemberList([mockMember()]),
    }).handler({ ...context, isDryRun: true });
    expect(context.output).toHaveBeenCalledWith('plan', [
      'user:default/ann has role user already: nothing would be written.',
    ]);
    await expect(
      actionOf({
        listMembers: async () =>
          mockMemberList([mockMember({ role: 'viewer' })]),
      }).handler({ ...context, isDryRun: true }),
    ).rejects.toThrow('with role viewer');
  });
});
