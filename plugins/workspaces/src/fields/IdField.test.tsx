import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormHarness } from '../__testUtils__/FormHarness';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { IdField } from './IdField';

function renderField(
  api: MockWorkspacesApi,
  part: Partial<Parameters<typeof FormHarness>[0]> = {},
) {
  renderWithApis(
    <FormHarness
      field={IdField}
      siblings={{ owner: 'group:default/team-ds', displayName: 'Churn' }}
      {...part}
    />,
    { api },
  );
}

const field = () => screen.findByRole('textbox', { name: /Id/ });

describe('IdField', () => {
  it('should propose an id from team and name, and show its namespaces', async () => {
    const api = mockWorkspacesApi();
    renderField(api);
    expect(await field()).toHaveValue('team-ds-churn');
    expect(await screen.findByText('The id is free.')).toBeInTheDocument();
    expect(screen.getByText('team-ds-churn-notebooks')).toBeInTheDocument();
    expect(screen.getByText('23 of 63 characters')).toBeInTheDocument();
    expect(api.checkId).toHaveBeenCalledWith('team-ds-churn');
  });

  it('should read team and name from the parameters that the template names', async () => {
    renderField(mockWorkspacesApi(), {
      siblings: { team: 'group:default/x', title: 'Y' },
      options: { ownerField: 'team', displayNameField: 'title' },
    });
    expect(await field()).toHaveValue('x-y');
  });

  it('should leave what somebody typed', async () => {
    renderField(mockWorkspacesApi(), { value: 'mine' });
    expect(await field()).toHaveValue('mine');
    expect(await screen.findByText('The id is free.')).toBeInTheDocument();
    expect(await field()).toHaveValue('mine');
  });

  it('should name the rule that an id breaks, without asking the backend', async () => {
    const api = mockWorkspacesApi();
    renderField(api, { value: 'Not_An_Id' });
    expect(
      await screen.findByText(/may have lower case letters/),
    ).toBeInTheDocument();
    expect(await field()).toHaveAttribute('aria-invalid', 'true');
    expect(screen.queryByText(/Not_An_Id-notebooks/)).not.toBeInTheDocument();
    expect(api.checkId).not.toHaveBeenCalled();
  });

  it('should offer another id in place of one that is taken', async () => {
    renderField(
      mockWorkspacesApi({
        checkId: async id => ({
          id,
          available: id === 'churn-2',
          problems:
            id === 'churn-2'
              ? []
              : [{ field: 'id', rule: 'taken', message: 'It is taken.' }],
          namespaces: [],
        }),
      }),
      { value: 'churn' },
    );
    expect(await screen.findByText('It is taken.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Use churn-2' }));
    expect(await screen.findByText('The id is free.')).toBeInTheDocument();
    expect(await field()).toHaveValue('churn-2');
  });

  it('should ask once for what was typed in one go', async () => {
    const api = mockWorkspacesApi();
    renderField(api, { siblings: {} });
    await userEvent.type(await field(), 'churn');
    expect(await screen.findByText('The id is free.')).toBeInTheDocument();
    expect(api.checkId).toHaveBeenLastCalledWith('churn');
    expect(await screen.findByText('churn-notebooks')).toBeInTheDocument();
  });

  it('should say that it could not be checked, and let it stand', async () => {
    renderField(
      mockWorkspacesApi({ checkId: () => Promise.reject(new Error('off')) }),
      { value: 'churn' },
    );
    expect(
      await screen.findByText(/The id could not be checked/),
    ).toBeInTheDocument();
    expect(await field()).toHaveAttribute('aria-invalid', 'false');
  });
});
