import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { someOptions } from '../__testUtils__/fixtures';
import { FormHarness } from '../__testUtils__/FormHarness';
import { mockWorkspacesApi } from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { ClusterField } from './ClusterField';
import { QuotaProfileField } from './QuotaProfileField';

describe('QuotaProfileField', () => {
  it('should begin with the usual profile, and say what each gives', async () => {
    renderWithApis(<FormHarness field={QuotaProfileField} />, {
      api: mockWorkspacesApi(),
    });
    expect(await screen.findByRole('radio', { name: /Small/ })).toBeChecked();
    expect(
      screen.getByText('In 1 namespace: CPU requests 16'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /Large/ }));
    expect(screen.getByRole('status')).toHaveTextContent('large');
  });

  it('should say that the profiles could not be read', async () => {
    renderWithApis(<FormHarness field={QuotaProfileField} />, {
      api: mockWorkspacesApi({
        getOptions: () => Promise.reject(new Error('offline')),
      }),
    });
    expect(
      await screen.findByText('The choices could not be read.'),
    ).toBeInTheDocument();
  });
});

describe('ClusterField', () => {
  const clusters = [
    { name: 'eu', title: 'Europe', simulated: false },
    { name: 'local', title: 'Local', simulated: true },
  ];

  it('should say which the only cluster is', async () => {
    renderWithApis(<FormHarness field={ClusterField} />, {
      api: mockWorkspacesApi(),
    });
    expect(await screen.findByText(/The only cluster/)).toHaveTextContent(
      'Production(eks-prod-eu) · The only cluster',
    );
    expect(screen.getByRole('status')).toHaveTextContent('eks-prod-eu');
  });

  it('should offer several, and mark a simulation', async () => {
    renderWithApis(<FormHarness field={ClusterField} />, {
      api: mockWorkspacesApi({
        getOptions: async () => someOptions({ clusters }),
      }),
    });
    expect(await screen.findByRole('radio', { name: /Europe/ })).toBeChecked();
    await userEvent.click(
      screen.getByRole('radio', { name: /Local.*Simulated cluster/ }),
    );
    expect(screen.getByRole('status')).toHaveTextContent('local');
  });

  it('should say that there is none', async () => {
    renderWithApis(<FormHarness field={ClusterField} />, {
      api: mockWorkspacesApi({
        getOptions: async () => someOptions({ clusters: [] }),
      }),
    });
    expect(
      await screen.findByText(/No cluster is configured/),
    ).toBeInTheDocument();
  });
});
