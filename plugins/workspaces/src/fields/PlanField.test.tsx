import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aChange, apiError, aPlan } from '../__testUtils__/fixtures';
import { FormHarness } from '../__testUtils__/FormHarness';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { PlanField } from './PlanField';

const siblings = {
  owner: 'group:default/team-ds',
  id: 'churn',
  displayName: ' Churn ',
  quotaProfile: 'small',
};

function renderField(
  api: MockWorkspacesApi,
  form: Readonly<Record<string, string>> = siblings,
) {
  renderWithApis(<FormHarness field={PlanField} siblings={form} />, { api });
}

describe('PlanField', () => {
  it('should count what would be made, show each object when asked, and give no value', async () => {
    const api = mockWorkspacesApi();
    api.planCreation.mockResolvedValue(
      aPlan({ kind: 'create', changes: [aChange({ action: 'create' })] }),
    );
    renderField(api);
    expect(
      await screen.findByText('create: 1 ResourceQuota'),
    ).toBeInTheDocument();
    expect(api.planCreation).toHaveBeenCalledWith({
      ...siblings,
      displayName: 'Churn',
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Show every object' }),
    );
    expect(
      screen.getByText('data-science-notebooks/workspace'),
    ).toBeInTheDocument();
    expect(screen.getByText('(no value)')).toBeInTheDocument();
  });

  it('should wait for what is missing', async () => {
    const api = mockWorkspacesApi();
    renderField(api, { owner: siblings.owner });
    expect(
      await screen.findByText(
        'Fill in team, id and display name to see the plan.',
      ),
    ).toBeInTheDocument();
    expect(api.planCreation).not.toHaveBeenCalled();
  });

  it('should say which field is refused and why', async () => {
    const error = await apiError({
      status: 400,
      code: 'ValidationFailed',
      message: 'A field breaks a rule.',
      fields: [{ field: 'id', rule: 'pattern', message: 'The id is no id.' }],
    });
    renderField(
      mockWorkspacesApi({ planCreation: () => Promise.reject(error) }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /It cannot be requested like this.*The id is no id/,
    );
  });

  it('should show what would stand in the way', async () => {
    renderField(
      mockWorkspacesApi({
        planCreation: async () =>
          aPlan({
            kind: 'create',
            problems: [
              {
                reason: 'NamespaceConflict',
                message: 'The namespace churn-notebooks already exists.',
              },
            ],
          }),
      }),
    );
    expect(
      await screen.findByText('The namespace churn-notebooks already exists.'),
    ).toBeInTheDocument();
  });
});
