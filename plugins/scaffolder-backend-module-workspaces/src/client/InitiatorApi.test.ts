import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { mockApi, mockStream, mockWorkspace } from '../testUtils';
import { InitiatorApi } from './InitiatorApi';

describe('InitiatorApi', () => {
  const credentials = mockCredentials.user('user:default/ann');

  it('should take a fresh token of the initiator for each request and each connection', async () => {
    const auth = mockServices.auth.mock();
    auth.getPluginRequestToken
      .mockResolvedValueOnce({ token: 'first' })
      .mockResolvedValueOnce({ token: 'second' });
    const getWorkspace = jest.fn().mockResolvedValue(mockWorkspace());
    const followWorkspace = jest.fn(mockStream([], 'closes'));
    const api = new InitiatorApi(
      { api: mockApi({ getWorkspace, followWorkspace }), auth },
      { getInitiatorCredentials: async () => credentials },
    );

    await api.call((client, options) => client.getWorkspace('team-a', options));
    const { signal } = new AbortController();
    await api.follow('team-a', signal).next();

    expect(getWorkspace).toHaveBeenCalledWith('team-a', { token: 'first' });
    expect(followWorkspace).toHaveBeenCalledWith('team-a', {
      token: 'second',
      signal,
    });
    expect(auth.getPluginRequestToken).toHaveBeenCalledTimes(2);
    expect(auth.getPluginRequestToken).toHaveBeenCalledWith({
      onBehalfOf: credentials,
      targetPluginId: 'workspaces',
    });
  });
});
