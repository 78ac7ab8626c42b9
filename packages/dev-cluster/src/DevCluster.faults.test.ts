import { DevCluster } from './DevCluster';
import type { FaultRule } from './faults/FaultRule';
import { TestClient } from './__testUtils__/TestClient';

const path = '/api/v1/namespaces/default/configmaps';

describe('faults of a DevCluster', () => {
  let cluster: DevCluster;
  let client: TestClient;
  let count = 0;

  const create = (name: string) =>
    client.request('POST', path, { metadata: { name } });
  const read = (name: string) => client.request('GET', `${path}/${name}`);
  const newName = () => {
    count += 1;
    return `name-${count}`;
  };

  beforeAll(async () => {
    cluster = await DevCluster.start();
    client = new TestClient(cluster);
  });

  afterEach(() => cluster.faults.clear());

  afterAll(async () => {
    await client.close();
    await cluster.stop();
  });

  it.each([
    [403, 'Forbidden'],
    [409, 'Conflict'],
    [410, 'Expired'],
    [429, 'TooManyRequests'],
    [500, 'InternalError'],
    [503, 'ServiceUnavailable'],
  ] as const)('answers %s without doing anything', async (code, reason) => {
    const name = newName();
    cluster.faults.add({
      verbs: ['create'],
      times: 1,
      effect: { type: 'status', code },
    });
    const refused = await create(name);
    expect(refused.code).toBe(code);
    expect(refused.body).toMatchObject({ kind: 'Status', reason, code });
    expect((await read(name)).code).toBe(404);
    expect((await create(name)).code).toBe(201);
  });

  it('says when to come back', async () => {
    cluster.faults.add({
      effect: { type: 'status', code: 429, retryAfter: 7 },
    });
    const { headers, body } = await read('any');
    expect(headers['retry-after']).toBe('7');
    expect(body).toMatchObject({ details: { retryAfterSeconds: 7 } });
  });

  it('breaks the connection after the write was done', async () => {
    const name = newName();
    cluster.faults.add({
      verbs: ['create'],
      times: 1,
      effect: { type: 'timeoutAfterCommit' },
    });
    await expect(create(name)).rejects.toThrow();
    expect((await read(name)).code).toBe(200);
  });

  it('breaks the connection before anything was done', async () => {
    const name = newName();
    const remove = cluster.faults.add({ effect: { type: 'down' } });
    await expect(create(name)).rejects.toThrow();
    await expect(client.request('GET', '/version')).rejects.toThrow();
    remove();
    expect((await read(name)).code).toBe(404);
  });

  it('takes its time', async () => {
    cluster.faults.add({
      resource: 'configmaps',
      effect: { type: 'delay', milliseconds: 50 },
    });
    const started = performance.now();
    await read('any');
    expect(performance.now() - started).toBeGreaterThan(45);
  });

  it('lists what was there before', async () => {
    const name = newName();
    await create(name);
    cluster.faults.add({
      verbs: ['list'],
      times: 1,
      effect: { type: 'staleList', behind: 1 },
    });
    const stale = await client.request('GET', path);
    const fresh = await client.request('GET', path);
    expect(JSON.stringify(stale.body)).not.toContain(`"${name}"`);
    expect(JSON.stringify(fresh.body)).toContain(`"${name}"`);
  });

  it('loses and repeats events', async () => {
    const [lost, doubled, plain] = [newName(), newName(), newName()];
    cluster.faults.add({ name: lost, effect: { type: 'dropEvents' } });
    cluster.faults.add({ name: doubled, effect: { type: 'duplicateEvents' } });
    const { body } = await client.request('GET', path);
    const { resourceVersion } = body.metadata as { resourceVersion: string };
    const watching = client.watch(
      `${path}?watch=true&timeoutSeconds=1&resourceVersion=${resourceVersion}`,
    );
    for (const name of [lost, doubled, plain]) await create(name);
    const names = (await watching).map(({ object }) => object.metadata.name);
    expect(names).toEqual([doubled, doubled, plain]);
  });

  it('forgets history, so that watches start anew', async () => {
    const { body } = await client.request('GET', path);
    const { resourceVersion } = body.metadata as { resourceVersion: string };
    await create(newName());
    cluster.compact();
    const events = await client.watch(
      `${path}?watch=true&resourceVersion=${resourceVersion}`,
    );
    expect(events).toMatchObject([
      { type: 'ERROR', object: { code: 410, reason: 'Expired' } },
    ]);
  });

  it('is switched over HTTP by administrators, and by nobody else', async () => {
    const rules: FaultRule[] = [
      { verbs: ['get'], effect: { type: 'status', code: 503 } },
    ];
    const token = cluster.addUser({ name: 'mia' });
    const foreign = await client.request(
      'PUT',
      '/_dev/faults',
      { rules },
      {
        token,
      },
    );
    expect(foreign.code).toBe(404);
    const wrong = await client.request('PUT', '/_dev/faults', { rules: [{}] });
    expect(wrong.code).toBe(400);

    const set = await client.request('PUT', '/_dev/faults', { rules });
    expect(set.body).toEqual({ rules: [{ rule: rules[0], seen: 0 }] });
    expect((await read('any')).code).toBe(503);
    const seen = await client.request('GET', '/_dev/faults');
    expect(seen.body).toMatchObject({ rules: [{ seen: 1 }] });
    await client.request('DELETE', '/_dev/faults');
    expect((await read('any')).code).toBe(404);
  });

  it('shows and forgets the writes over HTTP', async () => {
    await client.request('DELETE', '/_dev/writes');
    await create(newName());
    const { body } = await client.request('GET', '/_dev/writes');
    expect(body.writes).toMatchObject([
      { verb: 'create', resource: 'configmaps' },
    ]);
  });
});
