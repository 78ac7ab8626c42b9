import { Agent, fetch } from 'undici';
import { DevCluster } from './DevCluster';

describe('DevCluster', () => {
  let cluster: DevCluster;
  let dispatcher: Agent;

  beforeAll(async () => {
    cluster = await DevCluster.start();
    dispatcher = new Agent({
      connect: { ca: Buffer.from(cluster.caData, 'base64').toString() },
    });
  });

  afterAll(async () => {
    await dispatcher.close();
    await cluster.stop();
  });

  async function request(
    method: string,
    path: string,
    body?: object,
    contentType = 'application/json',
  ) {
    const response = await fetch(`${cluster.url}${path}`, {
      method,
      dispatcher,
      headers: {
        authorization: `Bearer ${cluster.adminToken}`,
        'content-type': contentType,
      },
      body: body && JSON.stringify(body),
    });
    return { code: response.status, body: (await response.json()) as any };
  }

  it('creates, applies, lists and deletes', async () => {
    const created = await request('POST', '/api/v1/namespaces', {
      metadata: { name: 'team-a', labels: { x: 'y' } },
    });
    expect(created.code).toBe(201);
    const applied = await request(
      'PATCH',
      '/api/v1/namespaces/team-a/configmaps/one?fieldManager=me',
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        data: { a: '1', b: '2' },
        metadata: { name: 'one' },
      },
      'application/apply-patch+yaml',
    );
    console.log(JSON.stringify(created.body), JSON.stringify(applied.body));
    const again = await request(
      'PATCH',
      '/api/v1/namespaces/team-a/configmaps/one?fieldManager=me',
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        data: { a: '1' },
        metadata: { name: 'one' },
      },
      'application/apply-patch+yaml',
    );
    expect(again.body.data).toEqual({ a: '1' });
    expect((await request('DELETE', '/api/v1/namespaces/team-a')).code).toBe(
      200,
    );
    console.log(
      JSON.stringify((await request('GET', '/api/v1/namespaces?limit=2')).body),
    );
  });
});
