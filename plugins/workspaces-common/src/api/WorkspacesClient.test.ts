import type { WorkspacesApi } from './WorkspacesApi';
import { WorkspacesClient } from './WorkspacesClient';

const BASE_URL = 'http://backend.test/api/workspaces';

describe('WorkspacesClient', () => {
  const start = (status = 200, body: unknown = {}) => {
    const fetchMock = jest.fn<Promise<Response>, Parameters<typeof fetch>>(
      async () =>
        new Response(JSON.stringify(body), {
          status,
          headers: { 'content-type': 'application/json' },
        }),
    );
    const client = new WorkspacesClient({
      discoveryApi: { getBaseUrl: async () => BASE_URL },
      fetchApi: { fetch: fetchMock },
    });
    const sent = () => {
      const [url, init] = fetchMock.mock.calls[0];
      return {
        url: String(url).replace(BASE_URL, ''),
        method: init?.method ?? 'GET',
        body: init?.body === undefined ? undefined : JSON.parse(`${init.body}`),
        headers: new Headers(init?.headers),
      };
    };
    return { client, sent };
  };

  const REQUEST = { id: 'a-b', displayName: 'A', owner: 'group:default/a' };
  const CHANGE = { revision: 3, changes: { description: 'New' } };
  const ADOPTION = { revision: 3, namespaces: [{ name: 'n', uid: 'u' }] };
  const DELETION = { revision: 3, confirmation: 'a-b' };

  it.each<
    [string, (api: WorkspacesApi) => Promise<unknown>, string, string, object?]
  >([
    ['lists', api => api.listWorkspaces(), 'GET', '/v1/workspaces'],
    ['gets', api => api.getWorkspace('a-b'), 'GET', '/v1/workspaces/a-b'],
    [
      'creates',
      api => api.createWorkspace(REQUEST),
      'POST',
      '/v1/workspaces',
      REQUEST,
    ],
    [
      'updates',
      api => api.updateWorkspace('a-b', CHANGE),
      'PATCH',
      '/v1/workspaces/a-b',
      CHANGE,
    ],
    [
      'retries',
      api => api.retryWorkspace('a-b'),
      'POST',
      '/v1/workspaces/a-b/retry',
    ],
    [
      'adopts',
      api => api.adoptNamespaces('a-b', ADOPTION),
      'POST',
      '/v1/workspaces/a-b/adopt',
      ADOPTION,
    ],
    [
      'deletes',
      api => api.deleteWorkspace('a-b', DELETION),
      'POST',
      '/v1/workspaces/a-b/delete',
      DELETION,
    ],
    [
      'plans',
      api => api.planWorkspace('a-b', { kind: 'repair' }),
      'POST',
      '/v1/workspaces/a-b/plan',
      { kind: 'repair' },
    ],
    [
      'plans a creation',
      api => api.planCreation(REQUEST),
      'POST',
      '/v1/plan',
      REQUEST,
    ],
    [
      'lists activity',
      api => api.listActivity('a-b', { limit: 5, cursor: 'x y' }),
      'GET',
      '/v1/workspaces/a-b/activity?cursor=x%20y&limit=5',
    ],
    [
      'lists what somebody did',
      api => api.listActivity('a-b', { actor: 'user:default/a', q: 'a b' }),
      'GET',
      '/v1/workspaces/a-b/activity?actor=user%3Adefault%2Fa&q=a%20b',
    ],
    [
      'reads by what activity can be filtered',
      api => api.getActivityFilters('a-b'),
      'GET',
      '/v1/workspaces/a-b/activity/filters',
    ],
    [
      'checks the role for the session of a member',
      api => api.checkIam('a-b', { serviceAccount: 'user-a' }),
      'POST',
      '/v1/workspaces/a-b/iam/checks',
      { serviceAccount: 'user-a' },
    ],
    [
      'reads usage',
      api => api.getUsage('a-b'),
      'GET',
      '/v1/workspaces/a-b/usage',
    ],
    ['checks an id', api => api.checkId('a/b'), 'GET', '/v1/ids/a%2Fb'],
    ['reads options', api => api.getOptions(), 'GET', '/v1/options'],
    ['reads health', api => api.getHealth(), 'GET', '/v1/health'],
  ])('%s', async (...[, call, method, url, body]) => {
    const { client, sent } = start();
    await call(client);
    expect(sent()).toMatchObject({ method, url });
    expect(sent().body).toEqual(body);
  });

  it('should repeat filters that take several values', async () => {
    const { client, sent } = start();
    await client.listWorkspaces({
      scope: 'all',
      q: 'a b',
      owner: ['group:default/a', 'group:default/b'],
      phase: ['error'],
      limit: 50,
    });
    const url = new URL(`${BASE_URL}${sent().url}`);
    expect(url.searchParams.getAll('owner')).toEqual([
      'group:default/a',
      'group:default/b',
    ]);
    expect(url.searchParams.getAll('phase')).toEqual(['error']);
    expect(url.searchParams.get('q')).toBe('a b');
  });

  it('should send a token when there is one', async () => {
    const { client, sent } = start();
    await client.getWorkspace('a-b', { token: 'secret' });
    expect(sent().headers.get('authorization')).toBe('Bearer secret');
  });

  it('should throw errors that carry code and fields', async () => {
    const fields = [{ field: 'id', rule: 'pattern', message: 'No.' }];
    const { client } = start(400, {
      error: {
        name: 'InputError',
        message: 'No.',
        code: 'ValidationFailed',
        fields,
      },
      response: { statusCode: 400 },
    });
    await expect(client.createWorkspace(REQUEST)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 400,
      body: { error: { code: 'ValidationFailed', fields } },
    });
  });
});
