import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { someOptions } from '../__testUtils__/fixtures';
import { FormHarness } from '../__testUtils__/FormHarness';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { OwnerField } from './OwnerField';

const [own] = someOptions().groups;
const alpha = {
  ...own,
  ref: 'group:default/team-alpha',
  title: 'Alpha',
  path: ['Data', 'Alpha'],
};
const full = {
  ...own,
  ref: 'group:default/full',
  title: 'Full',
  path: ['Full'],
  workspaces: 5,
  allowed: false,
  problem: 'The Group has as many workspaces as it may have: 5.',
};

function renderField(api: MockWorkspacesApi) {
  renderWithApis(<FormHarness field={OwnerField} />, { api });
}

describe('OwnerField', () => {
  it('should offer own Groups with their path, and say why one cannot be chosen', async () => {
    renderField(
      mockWorkspacesApi({
        getOptions: async () => someOptions({ groups: [own, full, alpha] }),
      }),
    );
    await userEvent.click(await screen.findByRole('textbox', { name: /Team/ }));
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      'Data / Alpha1 of 5 workspaces used',
      'Data / Data Science1 of 5 workspaces used',
      'FullThe Group has as many workspaces as it may have: 5.',
    ]);
    expect(options[2]).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(options[0]);
    expect(screen.getByRole('status')).toHaveTextContent(
      'group:default/team-alpha',
    );
  });

  it('should choose the only Group by itself', async () => {
    renderField(mockWorkspacesApi());
    expect(await screen.findByText('group:default/team-ds')).toBeVisible();
  });

  it('should tell somebody without a Group whom to ask', async () => {
    renderField(
      mockWorkspacesApi({
        getOptions: async () => someOptions({ groups: [full] }),
      }),
    );
    expect(
      await screen.findByText(
        'You belong to no Group for which a workspace can be requested.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/as many workspaces as it may/)).toBeVisible();
    expect(
      screen.getByText('Ask one of the portal admins: Group platform'),
    ).toBeInTheDocument();
  });

  it('should ask again when the Groups could not be read', async () => {
    const api = mockWorkspacesApi();
    api.getOptions.mockRejectedValueOnce(new Error('offline'));
    renderField(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('textbox', { name: /Team/ }),
    ).toBeInTheDocument();
  });
});
