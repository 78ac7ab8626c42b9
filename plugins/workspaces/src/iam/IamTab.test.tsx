import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { accessOf, apiError, aWorkspace } from '../__testUtils__/fixtures';
import {
  anIamReport,
  aPolicy,
  aProof,
  aServiceAccount,
  aSync,
  LIST_STATEMENT,
  ROLE_ARN,
  someServiceAccounts,
} from '../__testUtils__/iam';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { IamTab } from './IamTab';

function renderIam(
  api: MockWorkspacesApi,
  workspace: Workspace = aWorkspace(),
) {
  renderWithApis(<IamTab workspace={workspace} onChanged={jest.fn()} />, {
    api,
  });
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('IamTab', () => {
  it('should show the role, the last sync, the proof and the sizes', async () => {
    renderIam(mockWorkspacesApi());
    expect(await screen.findByText(ROLE_ARN)).toBeInTheDocument();
    expect(
      screen.getByText('27 ServiceAccounts: 1 updated, 26 unchanged, 0 failed'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Proved against 36 other workspaces'),
    ).toBeInTheDocument();
    expect(screen.getByText(/1,078 of 10,240 characters/)).toBeInTheDocument();
    expect(
      screen.getByText('AWS has the role as it should be.'),
    ).toBeInTheDocument();
  });

  it('should sync, stay on the page and say what came of it', async () => {
    const api = mockWorkspacesApi({
      syncIam: jest.fn(async () =>
        aSync({
          at: '2026-03-01T13:00:00.000Z',
          total: 27,
          updated: 20,
          unchanged: 6,
          failed: 1,
          failures: [
            {
              reason: 'ServiceAccountConflict',
              message: 'user-bob in data-science-notebooks is not ours.',
              hint: 'Rename it.',
            },
          ],
        }),
      ),
    });
    renderIam(api);
    await userEvent.click(await button('Sync IAM'));
    expect(
      await screen.findByText(
        '27 ServiceAccounts: 20 updated, 6 unchanged, 1 failed',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('user-bob in data-science-notebooks is not ours.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Synced\. 27 ServiceAccounts/)).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('should say why a sync did not happen', async () => {
    const api = mockWorkspacesApi();
    api.syncIam.mockRejectedValueOnce(
      await apiError({
        status: 503,
        code: 'ClusterUnreachable',
        message: 'The cluster eks-prod-eu did not answer.',
      }),
    );
    renderIam(api);
    await userEvent.click(await button('Sync IAM'));
    expect(
      await screen.findByText('The cluster eks-prod-eu did not answer.'),
    ).toBeInTheDocument();
  });

  it('should let a user read, and say who may sync and change', async () => {
    renderIam(mockWorkspacesApi(), aWorkspace({ access: accessOf('user') }));
    const sync = await button('Sync IAM');
    await waitFor(() =>
      expect(sync).toHaveAttribute(
        'title',
        'Only admins of this workspace and portal admins (Group platform) can do this. You are user here.',
      ),
    );
    expect(await button('Change')).toHaveAttribute(
      'title',
      'Only portal admins (Group platform) can do this. You are user here.',
    );
  });

  it('should show what AWS has otherwise, and mark it in the document', async () => {
    const live = { ...LIST_STATEMENT, Action: 's3:*' };
    renderIam(
      mockWorkspacesApi({
        getIam: async () =>
          anIamReport({
            policies: [
              aPolicy({
                liveDocument: { Version: '2012-10-17', Statement: [live] },
              }),
            ],
            drift: [
              {
                kind: 'foreign-statement',
                name: 'AllowDebug',
                message: 'Somebody added the statement AllowDebug.',
                before: { Sid: 'AllowDebug' },
              },
            ],
          }),
      }),
    );
    expect(
      await screen.findByText('1 thing is not as it should be'),
    ).toBeInTheDocument();
    await userEvent.click(await button('Show AllowDebug'));
    expect(screen.getByText('not there')).toBeInTheDocument();
    await userEvent.click(await button('Show the Permission policy'));
    await userEvent.click(screen.getByRole('tab', { name: 'As AWS has it' }));
    expect(screen.getByText('differs')).toBeInTheDocument();
    expect(screen.getByText(/"Action": "s3:\*"/)).toBeInTheDocument();
  });

  it('should not claim that all is well where AWS cannot be read', async () => {
    renderIam(
      mockWorkspacesApi({
        getIam: async () =>
          anIamReport({
            policies: [aPolicy({ liveDocument: undefined })],
            proof: aProof({
              status: 'not-verified',
              message: 'The policies of the role may not be read.',
            }),
          }),
      }),
    );
    expect(await screen.findByText('Not verified')).toBeInTheDocument();
    expect(
      screen.getByText(/Whether AWS has it otherwise cannot be told/),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('AWS has the role as it should be.'),
    ).not.toBeInTheDocument();
  });

  it('should show no policies where there is no role', async () => {
    renderIam(
      mockWorkspacesApi({
        getIam: async () =>
          anIamReport({
            settings: { mode: 'none' },
            lastSync: undefined,
            policies: [],
            proof: undefined,
          }),
      }),
    );
    expect(await button('Set a role')).toBeInTheDocument();
    expect(screen.getByText('Not synced yet.')).toBeInTheDocument();
    expect(
      screen.queryByRole('heading', { name: 'Policies' }),
    ).not.toBeInTheDocument();
  });

  it('should list ServiceAccounts with state and role', async () => {
    renderIam(
      mockWorkspacesApi({
        listServiceAccounts: async () =>
          someServiceAccounts({
            items: [
              aServiceAccount(),
              aServiceAccount({
                name: 'user-old',
                ref: undefined,
                state: 'foreign',
                roleArn: undefined,
                message: 'It was there before.',
              }),
            ],
            problem: {
              reason: 'ClusterUnreachable',
              message: 'One namespace could not be read.',
            },
          }),
      }),
    );
    const row = within(await screen.findByRole('row', { name: /^user-old/ }));
    expect(row.getAllByText('not ours')).toHaveLength(2);
    expect(row.getByText('It was there before.')).toBeInTheDocument();
    expect(screen.getByText('2 ServiceAccounts: 1 ready')).toBeInTheDocument();
    expect(
      screen.getByText('One namespace could not be read.'),
    ).toBeInTheDocument();
  });

  it('should say that there is no ServiceAccount yet', async () => {
    renderIam(
      mockWorkspacesApi({ listServiceAccounts: async () => ({ items: [] }) }),
    );
    expect(
      await screen.findByText(/They are made when members sign in/),
    ).toBeInTheDocument();
  });

  it('should show that it loads', async () => {
    renderIam(mockWorkspacesApi({ getIam: () => new Promise(() => {}) }));
    expect(
      await screen.findByRole('progressbar', { name: 'Loading the role' }),
    ).toBeInTheDocument();
  });

  it('should say why the role could not be read, and read it again', async () => {
    const api = mockWorkspacesApi({ getIam: jest.fn() });
    api.getIam.mockRejectedValueOnce(new Error('offline'));
    api.getIam.mockResolvedValue(anIamReport());
    renderIam(api);
    await userEvent.click(await button('Try again'));
    expect(await screen.findByText(ROLE_ARN)).toBeInTheDocument();
  });

  it('should say that somebody may not see the role', async () => {
    const denied = await apiError({
      status: 403,
      code: 'PermissionDenied',
      message: 'No.',
    });
    renderIam(mockWorkspacesApi({ getIam: () => Promise.reject(denied) }));
    expect(
      await screen.findByText('You may not see the role of this workspace'),
    ).toBeInTheDocument();
  });
});
