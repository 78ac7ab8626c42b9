import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import { accessOf, apiError, aWorkspace } from '../__testUtils__/fixtures';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import {
  aMember,
  aPerson,
  anOwnerGroup,
  someMembers,
} from '../__testUtils__/people';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { MembersContent } from './MembersContent';

function renderMembers(
  api: MockWorkspacesApi,
  workspace: Workspace = aWorkspace({ access: accessOf('admin') }),
) {
  const onChanged = jest.fn();
  renderWithApis(
    <MembersContent workspace={workspace} onChanged={onChanged} />,
    { api },
  );
  return onChanged;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
describe('MembersContent', () => {
  it('should say of each member the role, the source, ServiceAccounts and sign-in', async () => {
    renderMembers(mockWorkspacesApi());
    const row = within(await screen.findByRole('row', { name: /^Bob/ }));
    expect(row.getByText('3 of 3 ready')).toBeInTheDocument();
    expect(row.getByText(/added by ann/)).toBeInTheDocument();
    expect(row.getByRole('button', { name: /Role of Bob/ })).toHaveTextContent(
      'user',
    );
    const group = within(screen.getByRole('row', { name: /^Data Science/ }));
    expect(group.getByText('owner Group')).toBeInTheDocument();
    expect(group.getByText('1 of 2 people ready')).toBeInTheDocument();
  });

  it('should open a Group to its people, and say where each comes from', async () => {
    renderMembers(mockWorkspacesApi());
    await userEvent.click(await button('Show the people of Data Science'));
    const dana = within(screen.getByRole('row', { name: /^Dana/ }));
    expect(dana.getByText('has not signed in yet')).toBeInTheDocument();
    expect(
      dana.getByText('through Group team-ds, Group team-ds-east'),
    ).toBeInTheDocument();
    const ann = within(screen.getByRole('row', { name: /^Ann/ }));
    expect(
      ann.getByText('admin here, through another row'),
    ).toBeInTheDocument();
  });

  it('should tell a viewer who may change members', async () => {
    renderMembers(
      mockWorkspacesApi(),
      aWorkspace({ access: accessOf('viewer') }),
    );
    const remove = await button('Remove Bob');
    await waitFor(() =>
      expect(remove).toHaveAttribute(
        'title',
        'Only admins of this workspace and portal admins (Group platform) can do this. You are viewer here.',
      ),
    );
    expect(
      screen.queryByRole('button', { name: /Role of Bob/ }),
    ).not.toBeInTheDocument();
  });

  it('should say why the owner Group cannot be removed', async () => {
    renderMembers(mockWorkspacesApi());
    expect(await button('Remove Data Science')).toHaveAttribute(
      'title',
      'The owner Group belongs to the workspace in any case.',
    );
  });

  it('should show members without effect, and what to do', async () => {
    renderMembers(
      mockWorkspacesApi({
        listMembers: async () =>
          someMembers({
            items: [
              aMember({ state: 'unknown', people: [] }),
              anOwnerGroup({
                subject: 'group:default/imported',
                state: 'untrusted',
                people: [],
              }),
            ],
          }),
      }),
    );
    expect(
      await screen.findByText('The catalog does not know user:default/bob'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Ask a portal admin to register the Group/),
    ).toBeInTheDocument();
  });

  it('should show people who are leaving', async () => {
    renderMembers(
      mockWorkspacesApi({
        listMembers: async () =>
          someMembers({
            leaving: [
              aPerson({
                ref: 'user:default/carl',
                title: 'Carl',
                serviceAccounts: { state: 'leaving', ready: 0, total: 2 },
              }),
            ],
          }),
      }),
    );
    const leaving = within(
      await screen.findByRole('region', { name: 'Leaving' }),
    );
    expect(leaving.getByText('being deleted, 2 left')).toBeInTheDocument();
  });

  it('should show that it loads, and say that there is nobody', async () => {
    const finish: Array<() => void> = [];
    renderMembers(
      mockWorkspacesApi({
        listMembers: () =>
          new Promise(resolve => {
            finish.push(() => resolve(someMembers({ items: [] })));
          }),
      }),
    );
    expect(
      await screen.findByRole('progressbar', { name: 'Loading the members' }),
    ).toBeInTheDocument();
    finish.forEach(done => done());
    expect(
      await screen.findByText('Nobody belongs to this workspace yet'),
    ).toBeInTheDocument();
  });

  it('should say why the members could not be read, and read them again', async () => {
    const api = mockWorkspacesApi({ listMembers: jest.fn() });
    api.listMembers.mockRejectedValueOnce(new Error('offline'));
    api.listMembers.mockResolvedValue(someMembers());
    renderMembers(api);
    await userEvent.click(await button('Try again'));
    expect(await screen.findByText('3 of 3 ready')).toBeInTheDocument();
  });

  it('should say that somebody may not see the members', async () => {
    const denied = await apiError({
      status: 403,
      code: 'PermissionDenied',
      message: 'No.',
    });
    renderMembers(
      mockWorkspacesApi({ listMembers: () => Promise.reject(denied) }),
    );
    expect(
      await screen.findByText('You may not see the members of this workspace'),
    ).toBeInTheDocument();
  });
});
