import {
  identityApiRef,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import {
  mockWorkspacesApi,
  type MockWorkspacesApi,
} from '../__testUtils__/mockWorkspacesApi';
import { workspacesApiRef } from '../api';
import { SignInReporter } from './SignInReporter';

function identityOf(userEntityRef: string): IdentityApi {
  return {
    getBackstageIdentity: async () => ({
      type: 'user',
      userEntityRef,
      ownershipEntityRefs: [],
    }),
    getProfileInfo: async () => ({}),
    getCredentials: async () => ({}),
    signOut: async () => {},
  };
}

function renderPortal(
  api: MockWorkspacesApi,
  identity: IdentityApi = identityOf('user:default/dana'),
) {
  return render(
    <StrictMode>
      <TestApiProvider
        apis={[
          [workspacesApiRef, api],
          [identityApiRef, identity],
        ]}
      >
        <SignInReporter />
        <p>The portal</p>
      </TestApiProvider>
    </StrictMode>,
  );
}

describe('SignInReporter', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('should report once per session', async () => {
    const api = mockWorkspacesApi();
    const first = renderPortal(api);
    await waitFor(() => expect(api.reportSignIn).toHaveBeenCalledTimes(1));
    first.unmount();
    renderPortal(api);
    const identity = identityOf('user:default/dana');
    const asked = jest.spyOn(identity, 'getBackstageIdentity');
    renderPortal(api, identity);
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(api.reportSignIn).toHaveBeenCalledTimes(1);
  });

  it('should report somebody else who signs in in the same session', async () => {
    const api = mockWorkspacesApi();
    renderPortal(api).unmount();
    renderPortal(api, identityOf('user:default/lee'));
    await waitFor(() => expect(api.reportSignIn).toHaveBeenCalledTimes(2));
  });

  it('should change nothing when the backend fails, and report at the next load', async () => {
    const api = mockWorkspacesApi();
    api.reportSignIn.mockRejectedValueOnce(new Error('offline'));
    const first = renderPortal(api);
    await waitFor(() => expect(api.reportSignIn).toHaveBeenCalledTimes(1));
    expect(screen.getByText('The portal')).toBeInTheDocument();
    first.unmount();
    await waitFor(() => expect(window.sessionStorage).toHaveLength(0));
    renderPortal(api);
    await waitFor(() => expect(api.reportSignIn).toHaveBeenCalledTimes(2));
  });

  it('should not wait for the backend', () => {
    const api = mockWorkspacesApi({
      reportSignIn: () => new Promise(() => {}),
    });
    renderPortal(api);
    expect(screen.getByText('The portal')).toBeInTheDocument();
  });

  it('should report nothing while nobody has signed in', async () => {
    const api = mockWorkspacesApi();
    const identity = identityOf('user:default/dana');
    const asked = jest
      .spyOn(identity, 'getBackstageIdentity')
      .mockRejectedValue(new Error('nobody'));
    renderPortal(api, identity);
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(screen.getByText('The portal')).toBeInTheDocument();
    expect(api.reportSignIn).not.toHaveBeenCalled();
  });
});
