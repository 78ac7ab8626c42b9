import { screen, within } from '@testing-library/react';
import { anIamReport } from '../__testUtils__/iam';
import { mockWorkspacesApi } from '../__testUtils__/mockWorkspacesApi';
import { aWorkspace } from '../__testUtils__/fixtures';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { AccountTable } from './AccountTable';
import { IamTab } from './IamTab';

const ARN =
  'arn:aws:eks:eu-west-1:123456789012:podidentityassociation/prod/a-123';

const render = (report: Parameters<typeof anIamReport>[0]) =>
  renderWithApis(<IamTab workspace={aWorkspace()} onChanged={jest.fn()} />, {
    api: mockWorkspacesApi({
      getIam: jest.fn(async () => anIamReport(report)),
    }),
  });

describe('PodIdentitySection', () => {
  it('should show the association of each namespace, with id and ARN to copy', async () => {
    render({
      podIdentity: {
        clusterName: 'prod',
        serviceAccount: 'workspace',
        associations: [
          { namespace: 'a-notebooks', state: 'ready', id: 'a-123', arn: ARN },
          {
            namespace: 'a-pipelines',
            state: 'missing',
            message: 'Make it by hand.',
            command: 'aws eks create-pod-identity-association',
          },
        ],
      },
    });
    const list = await screen.findByRole('list', { name: 'Associations' });
    const [ready, missing] = within(list).getAllByRole('listitem');
    expect(within(ready).getByText('ready')).toBeInTheDocument();
    expect(
      within(ready).getByRole('button', { name: `Copy ${ARN}` }),
    ).toBeInTheDocument();
    expect(within(missing).getByText('missing')).toBeInTheDocument();
    expect(
      within(missing).getByText('aws eks create-pod-identity-association'),
    ).toBeInTheDocument();
  });

  it('should say nothing of Pod Identity where it is not configured', async () => {
    render({});
    await screen.findByText('Policies');
    expect(screen.queryByText('Pod Identity')).not.toBeInTheDocument();
  });

  it('should show the shared ServiceAccount as nobody’s own', async () => {
    renderWithApis(
      <AccountTable
        accounts={[
          {
            namespace: 'a-notebooks',
            name: 'workspace',
            shared: true,
            state: 'ready',
          },
        ]}
      />,
      { api: mockWorkspacesApi() },
    );
    expect(await screen.findByText('shared by pods')).toBeInTheDocument();
    expect(screen.queryByText('not ours')).not.toBeInTheDocument();
  });
});
