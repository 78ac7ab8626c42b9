import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  IamCheckList,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { accessOf, apiError, aWorkspace } from '../__testUtils__/fixtures';
import { aCase, aProof, LIST_STATEMENT } from '../__testUtils__/iam';
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

async function openProof(api: MockWorkspacesApi) {
  renderIam(api);
  await userEvent.click(await button('Show the proof'));
  return within(await screen.findByRole('dialog'));
}

describe('the proof', () => {
  it('should show the cases and how many were evaluated', async () => {
    const dialog = await openProof(mockWorkspacesApi());
    expect(
      await dialog.findByText(/1,440 requests evaluated against 36/),
    ).toBeInTheDocument();
    const row = within(dialog.getByRole('row', { name: /data-science-x/ }));
    expect(row.getAllByText('refused')).toHaveLength(2);
    expect(row.getByText('no statement allows it')).toBeInTheDocument();
    expect(dialog.queryByText('What is wrong')).not.toBeInTheDocument();
  });

  it('should show counterexamples first, in words', async () => {
    const wrong = aCase({
      title: 'Read an object of the workspace beta',
      decided: 'allow',
      statement: 'AllowDebug',
    });
    const dialog = await openProof(
      mockWorkspacesApi({
        getIamProof: async () =>
          aProof({
            status: 'refuted',
            counterexamples: [wrong],
            message: 'One request of another workspace is allowed.',
          }),
      }),
    );
    expect(
      await dialog.findByText('It is allowed and must be refused.'),
    ).toBeInTheDocument();
    expect(dialog.getByText(/Permission policy, AllowDebug/)).toBeVisible();
  });

  it('should say why it could not be made', async () => {
    const api = mockWorkspacesApi();
    api.getIamProof.mockRejectedValueOnce(new Error('offline'));
    const dialog = await openProof(api);
    await userEvent.click(
      await dialog.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await dialog.findByText(/1,440 requests evaluated/),
    ).toBeInTheDocument();
  });
});

describe('the checks', () => {
  it('should list what failed first, with the remedy', async () => {
    renderIam(
      mockWorkspacesApi({
        checkIam: async () => ({
          items: [
            {
              id: 'oidc',
              title: 'OIDC provider',
              status: 'ok',
              message: 'It is there.',
            },
            {
              id: 'trust',
              title: 'Trust policy',
              status: 'unknown',
              message: 'It may not be read.',
            },
            {
              id: 'annotation',
              title: 'Annotation',
              status: 'failed',
              message: '2 ServiceAccounts lack it.',
              hint: 'Press Sync IAM.',
            },
          ],
        }),
      }),
    );
    await userEvent.click(await button('Run the checks'));
    expect(
      await screen.findByText('1 failed, 1 could not be told, 1 fine.'),
    ).toBeInTheDocument();
    const items = within(
      screen.getByRole('region', { name: 'Why does IRSA not work?' }),
    ).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent(
      'Annotation failed: 2 ServiceAccounts lack it.',
    );
    expect(items[0]).toHaveTextContent('What to do: Press Sync IAM.');
    expect(items[2]).toHaveTextContent('OIDC provider fine');
  });

  it('should be run for the session that is chosen', async () => {
    const api = mockWorkspacesApi({
      checkIam: jest.fn(
        async (): Promise<IamCheckList> => ({
          items: [
            { id: 'a', title: 'Role', status: 'ok', message: 'It is there.' },
          ],
        }),
      ),
    });
    renderIam(api);
    await userEvent.click(await button('Run the checks'));
    expect(api.checkIam).toHaveBeenCalledWith('data-science', {});
    await screen.findByText('All 1 checks are fine.');
    const section = within(
      screen.getByRole('region', { name: 'Why does IRSA not work?' }),
    );
    await userEvent.click(
      section.getByRole('button', { name: /Whose session/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'bob' }));
    // What was found for somebody else is gone.
    expect(
      screen.queryByText('All 1 checks are fine.'),
    ).not.toBeInTheDocument();
    await userEvent.click(await button('Run the checks'));
    expect(api.checkIam).toHaveBeenLastCalledWith('data-science', {
      serviceAccount: 'user-bob',
    });
  });

  it('should say why they could not be run', async () => {
    const api = mockWorkspacesApi();
    api.checkIam.mockRejectedValueOnce(
      await apiError({
        status: 503,
        code: 'AwsUnreachable',
        message: 'AWS did not answer.',
      }),
    );
    renderIam(api);
    await userEvent.click(await button('Run the checks'));
    expect(await screen.findByText('AWS did not answer.')).toBeInTheDocument();
  });
});

describe('the explanation', () => {
  const ask = async (address: string) => {
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Object or folder' }),
      address,
    );
    await userEvent.click(await button('Explain'));
  };

  it('should name the statement that decides, and mark it', async () => {
    const api = mockWorkspacesApi();
    api.explainAccess.mockResolvedValue({
      decision: 'allow',
      message: 'The statement ListTeamPrefix allows it.',
      policy: 'permissions',
      statement: 'ListTeamPrefix',
      statementDocument: LIST_STATEMENT,
      request: { action: 's3:ListBucket' },
      source: 'live',
    });
    renderIam(api);
    await ask('s3://data-lake/data-science/');
    expect(api.explainAccess).toHaveBeenCalledWith('data-science', {
      resource: 's3://data-lake/data-science/',
      action: 'read',
    });
    expect(
      await screen.findByText('The statement ListTeamPrefix allows it.', {
        exact: false,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('decides')).toBeInTheDocument();
    expect(screen.getByText(/"Version": "2012-10-17"/)).toBeInTheDocument();
  });

  it('should ask for the session of somebody else in another namespace', async () => {
    const api = mockWorkspacesApi();
    api.explainAccess.mockResolvedValue({
      decision: 'deny',
      message: 'No statement allows it.',
      request: {},
      source: 'live',
    });
    const [first] = aWorkspace().namespaces;
    const other = { ...first, name: 'data-science-other' };
    renderIam(api, aWorkspace({ namespaces: [first, other] }));
    const section = within(
      await screen.findByRole('region', { name: 'Can a session read…?' }),
    );
    await userEvent.click(
      await section.findByRole('button', { name: /Whose session/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'bob' }));
    await userEvent.click(
      section.getByRole('button', { name: /In the namespace/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: other.name }),
    );
    await ask('s3://data-lake/file');
    expect(api.explainAccess).toHaveBeenCalledWith('data-science', {
      resource: 's3://data-lake/file',
      action: 'read',
      serviceAccount: 'user-bob',
      namespace: other.name,
    });
  });

  it('should offer no sessions of others to somebody who may not see members', async () => {
    const api = mockWorkspacesApi();
    const access = accessOf('user');
    renderIam(
      api,
      aWorkspace({
        access: {
          ...access,
          permissions: access.permissions.filter(one => one !== 'read-members'),
        },
      }),
    );
    await button('Explain');
    expect(
      screen.queryByRole('button', { name: /Whose session/ }),
    ).not.toBeInTheDocument();
    expect(api.listServiceAccounts).not.toHaveBeenCalled();
  });

  it('should say no where no statement allows it', async () => {
    const api = mockWorkspacesApi();
    api.explainAccess.mockResolvedValue({
      decision: 'deny',
      message: 'No statement allows reading it.',
      request: {},
      source: 'rendered',
    });
    renderIam(api);
    await ask('s3://data-lake/beta/file');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'No. No statement allows reading it.',
    );
    expect(screen.queryByText('decides')).not.toBeInTheDocument();
  });

  it('should not ask for something that is no address', async () => {
    const api = mockWorkspacesApi();
    renderIam(api);
    await ask('data-lake/file');
    expect(api.explainAccess).not.toHaveBeenCalled();
    expect(
      await screen.findByText('Type an address that starts with s3://'),
    ).toBeInTheDocument();
  });

  it('should show at the field what the backend says of it', async () => {
    const api = mockWorkspacesApi();
    const message = 'The bucket has no valid name.';
    api.explainAccess.mockRejectedValueOnce(
      await apiError({
        status: 400,
        code: 'ValidationFailed',
        message: 'Refused.',
        fields: [{ field: 'resource', rule: 'bucket', message }],
      }),
    );
    renderIam(api);
    await ask('s3://B/x');
    expect(await screen.findByText(message)).toBeInTheDocument();
  });
});
