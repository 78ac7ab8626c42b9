import { screen } from '@testing-library/react';
import { accessOf, aWorkspace } from '../__testUtils__/fixtures';
import { mockWorkspacesApi } from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { WorkspaceTabs } from './WorkspaceTabs';

async function tabsOf(role: Parameters<typeof accessOf>[0], at = '/w/a') {
  renderWithApis(
    <WorkspaceTabs
      workspace={aWorkspace({ access: accessOf(role) })}
      basePath="/w/a"
    />,
    { api: mockWorkspacesApi(), at },
  );
  const tabs = await screen.findAllByRole('tab');
  return tabs.map(tab => tab.textContent);
}

describe('WorkspaceTabs', () => {
  it('should show members and role to those who may read them', async () => {
    expect(await tabsOf('user', '/w/a/iam')).toEqual([
      'Overview',
      'Members',
      'IAM & ServiceAccounts',
      'Activity',
      'Settings',
    ]);
    expect(
      screen.getByRole('tab', { name: 'IAM & ServiceAccounts' }),
    ).toHaveAttribute('aria-selected', 'true');
  });

  it('should hide the role from viewers', async () => {
    expect(await tabsOf('viewer')).toEqual([
      'Overview',
      'Members',
      'Activity',
      'Settings',
    ]);
  });

  it('should hide members too from machines, also at their address', async () => {
    expect(await tabsOf('machine', '/w/a/members')).toEqual([
      'Overview',
      'Activity',
      'Settings',
    ]);
    expect(screen.getByRole('tab', { name: 'Overview' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
});
