import { ConfigReader } from '@backstage/config';
import { configApiRef, discoveryApiRef } from '@backstage/core-plugin-api';
import {
  TestApiProvider,
  mockApis,
  wrapInTestApp,
} from '@backstage/test-utils';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PortalSignInPage } from './PortalSignInPage';

const users = [
  {
    id: 'developer',
    entityRef: 'user:default/dana',
    displayName: 'Dana Developer',
    title: 'Developer',
    description: 'Requests team workspaces.',
  },
  {
    id: 'admin',
    entityRef: 'user:default/ada',
    displayName: 'Ada Admin',
    title: 'Portal admin',
    description: 'Sees every workspace.',
  },
];

function renderPage(data: object) {
  const onSignInSuccess = jest.fn();
  const config = new ConfigReader({ app: { title: 'Portal' }, ...data });
  const discoveryApi = mockApis.discovery({ baseUrl: 'http://backend' });
  render(
    wrapInTestApp(
      <TestApiProvider
        apis={[
          [configApiRef, config],
          [discoveryApiRef, discoveryApi],
        ]}
      >
        <PortalSignInPage onSignInSuccess={onSignInSuccess} />
      </TestApiProvider>,
    ),
  );
  return onSignInSuccess;
}

/** Neither signed nor complete: only its end is looked at. */
const token = `header.${btoa(
  JSON.stringify({ exp: 4_000_000_000 }),
)}.signature`;

function answer(displayName: string) {
  return Response.json({
    profile: { displayName },
    backstageIdentity: {
      token,
      expiresInSeconds: 3600,
      identity: {
        type: 'user',
        userEntityRef: 'user:default/someone',
        ownershipEntityRefs: [],
      },
    },
  });
}

describe('PortalSignInPage', () => {
  const fetchMock = jest.spyOn(global, 'fetch');
  const withPersonas = {
    auth: { providers: { personas: { development: { users } } } },
  };

  beforeEach(() => {
    fetchMock.mockReset();
    localStorage.clear();
  });
  afterAll(() => fetchMock.mockRestore());

  it('should say who each persona is, and that this is for development', async () => {
    renderPage(withPersonas);
    expect(
      await screen.findByRole('heading', { name: 'Developer' }),
    ).toBeVisible();
    expect(screen.getByText('Sees every workspace.')).toBeVisible();
    expect(screen.getByText('For development only.')).toBeVisible();
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('should sign in as the chosen persona, and again after a reload', async () => {
    fetchMock.mockImplementation(async () => answer('Ada Admin'));
    const onSignInSuccess = renderPage(withPersonas);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign in as Ada Admin' }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(String(fetchMock.mock.calls[0][0])).toMatch(/\?persona=admin$/);

    const afterReload = renderPage(withPersonas);
    await waitFor(() => expect(afterReload).toHaveBeenCalledTimes(1));
  });

  it('should ask again after signing out', async () => {
    fetchMock.mockImplementation(async () => answer('Ada Admin'));
    const onSignInSuccess = renderPage(withPersonas);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Sign in as Ada Admin' }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    await onSignInSuccess.mock.calls[0][0].signOut();
    fetchMock.mockClear();

    renderPage(withPersonas);
    expect(
      await screen.findAllByRole('button', { name: 'Sign in as Ada Admin' }),
    ).not.toHaveLength(0);
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('should show why signing in failed, and let one try again', async () => {
    fetchMock.mockImplementation(async () =>
      Response.json(
        {
          error: {
            name: 'ServiceUnavailableError',
            message: 'The catalog has no user:default/ada yet',
          },
        },
        { status: 503 },
      ),
    );
    const onSignInSuccess = renderPage(withPersonas);
    const button = await screen.findByRole('button', {
      name: 'Sign in as Ada Admin',
    });
    await userEvent.click(button);
    expect(await screen.findByText(/Could not sign in/)).toBeVisible();
    expect(onSignInSuccess).not.toHaveBeenCalled();
    expect(button).toBeEnabled();
  });

  it('should offer no persona in production', async () => {
    renderPage({ auth: { ...withPersonas.auth, environment: 'production' } });
    expect(await screen.findByText('Nobody can sign in yet')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Sign in as/ }),
    ).not.toBeInTheDocument();
  });

  it('should leave sign-in to a proxy where its provider is configured', async () => {
    fetchMock.mockImplementation(async () => answer('Somebody'));
    const onSignInSuccess = renderPage({
      app: { title: 'Portal', signIn: { provider: 'oauth2Proxy' } },
    });
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(String(fetchMock.mock.calls[0][0])).toMatch(/oauth2Proxy\/refresh$/);
  });
});
