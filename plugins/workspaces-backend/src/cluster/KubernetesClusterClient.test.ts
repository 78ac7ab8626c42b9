import { MANAGED_BY } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ClusterEndpoint } from './ClusterEndpoint';
import { KubernetesClusterClient } from './KubernetesClusterClient';
import {
  failure,
  json,
  reset,
  ScriptedServer,
  silence,
} from './testing/ScriptedServer';

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace' };
const QUOTA = { apiVersion: 'v1', kind: 'ResourceQuota' };
const quota = { ...QUOTA, namespace: 'alpha-notebooks', name: 'workspace' };
const quotaObject = {
  ...QUOTA,
  metadata: { namespace: 'alpha-notebooks', name: 'workspace' },
  spec: { hard: { pods: '10' } },
};
const namespaceObject = { ...NAMESPACE, metadata: { name: 'alpha-notebooks' } };

describe('KubernetesClusterClient', () => {
  let server: ScriptedServer;
  let client: KubernetesClusterClient;
  let waits: number[];
  let credentials: { headers: Record<string, string>; tls: object };
  let renew: jest.Mock<boolean, [unknown]>;

  beforeEach(async () => {
    server = await ScriptedServer.start();
    waits = [];
    credentials = { headers: { Authorization: 'Bearer first' }, tls: {} };
    renew = jest.fn((_rejected: unknown) => false);
    const endpoint: ClusterEndpoint = {
      url: new URL('/behind/a/proxy/', server.url),
      credentials: async () => credentials,
      renew: rejected => renew(rejected),
    };
    client = new KubernetesClusterClient({
      name: 'production',
      endpoint,
      responseTimeoutMs: 300,
      wait: async ms => waits.push(ms),
    });
  });

  afterEach(async () => {
    await client.close();
    await server.stop();
  });

  it('should read an object, and nothing where there is none', async () => {
    server.reply(json(quotaObject), failure(404, 'NotFound'));
    expect(await client.get(quota)).toEqual(quotaObject);
    expect(await client.get(quota)).toBeUndefined();
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/behind/a/proxy/api/v1/namespaces/alpha-notebooks/resourcequotas/workspace',
      headers: { authorization: 'Bearer first', accept: 'application/json' },
    });
  });

  it('should read all pages of a list and fill in the kind', async () => {
    server.reply(
      json({
        metadata: { resourceVersion: '7', continue: 'next' },
        items: [{ metadata: { name: 'a' } }],
      }),
      json({
        metadata: { resourceVersion: '7' },
        items: [{ metadata: { name: 'b' }, kind: 'PartialObjectMetadata' }],
      }),
    );
    expect(
      await client.list(NAMESPACE, {
        labelSelector: 'app=x',
        metadataOnly: true,
      }),
    ).toEqual({
      items: [
        { ...NAMESPACE, metadata: { name: 'a' } },
        { ...NAMESPACE, metadata: { name: 'b' } },
      ],
      resourceVersion: '7',
    });
    expect(server.requests.map(({ query }) => query)).toEqual([
      { limit: '500', labelSelector: 'app=x' },
      { limit: '500', labelSelector: 'app=x', continue: 'next' },
    ]);
    expect(server.requests[0].headers.accept).toContain(
      'as=PartialObjectMetadataList',
    );
  });

  it('should start a list once more that got too old, and only once', async () => {
    const page = { metadata: { continue: 'next' }, items: [] };
    server.reply(
      json(page),
      failure(410, 'Expired'),
      json({ metadata: { resourceVersion: '9' }, items: null }),
    );
    expect(await client.list(QUOTA)).toEqual({
      items: [],
      resourceVersion: '9',
    });
    server.reply(
      json(page),
      failure(410, 'Expired'),
      json(page),
      failure(410, 'Expired'),
    );
    await expect(client.list(QUOTA)).rejects.toMatchObject({ status: 410 });
  });

  it('should create by POST under our field manager', async () => {
    server.reply(json(namespaceObject, 201));
    await client.create(namespaceObject, { dryRun: true });
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/behind/a/proxy/api/v1/namespaces',
      query: { fieldManager: MANAGED_BY, dryRun: 'All' },
      body: namespaceObject,
    });
  });

  it('should apply by server-side apply with force', async () => {
    server.reply(json(quotaObject));
    await client.apply(quotaObject);
    expect(server.requests[0]).toMatchObject({
      method: 'PATCH',
      path: '/behind/a/proxy/api/v1/namespaces/alpha-notebooks/resourcequotas/workspace',
      query: { fieldManager: MANAGED_BY, force: 'true' },
      headers: { 'content-type': 'application/apply-patch+yaml' },
      body: quotaObject,
    });
  });

  it('should refuse an object without the namespace that it needs', async () => {
    await expect(
      client.apply({ ...QUOTA, metadata: { name: 'workspace' } }),
    ).rejects.toThrow('ResourceQuota workspace needs a namespace');
    expect(server.requests).toEqual([]);
  });

  it('should delete exactly the object that was meant', async () => {
    server.reply(json({ kind: 'Status', status: 'Success' }));
    expect(await client.delete(quota, { uid: '1', dryRun: true })).toBe(
      'deleted',
    );
    expect(server.requests[0]).toMatchObject({
      method: 'DELETE',
      body: { preconditions: { uid: '1' }, dryRun: ['All'] },
    });
  });

  it('should take what is absent for deleted', async () => {
    server.reply(failure(404, 'NotFound'));
    expect(await client.delete(quota, { uid: '1' })).toBe('deleted');
  });

  it('should tell what finalizers still hold', async () => {
    const terminating = {
      ...namespaceObject,
      metadata: { name: 'a', uid: '1', deletionTimestamp: '2026-01-01' },
    };
    const identity = { ...NAMESPACE, name: 'a' };
    server.reply(json(terminating));
    expect(await client.delete(identity, { uid: '1' })).toBe('terminating');
    server.reply(failure(409, 'Conflict'), json(terminating));
    expect(await client.delete(identity, { uid: '1' })).toBe('terminating');
    server.reply(failure(409, 'Conflict'), failure(404, 'NotFound'));
    expect(await client.delete(identity, { uid: '1' })).toBe('deleted');
  });

  it('should not delete another object of the same name', async () => {
    server.reply(
      failure(409, 'Conflict'),
      json({ ...quotaObject, metadata: { name: 'workspace', uid: '2' } }),
    );
    await expect(client.delete(quota, { uid: '1' })).rejects.toMatchObject({
      reason: 'ObjectConflict',
      statusReason: 'Conflict',
    });
  });

  it('should discover kinds that it does not know, once', async () => {
    const kind = { apiVersion: 'pkg.internal/v1beta1', kind: 'Storage' };
    server.reply(
      json({
        resources: [
          { name: 'storages/status', kind: 'Storage', namespaced: true },
          { name: 'storages', kind: 'Storage', namespaced: true },
        ],
      }),
      json({ items: [] }),
      json({ items: [] }),
    );
    await client.list(kind, { namespace: 'alpha' });
    await client.list(kind);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/behind/a/proxy/apis/pkg.internal/v1beta1',
      '/behind/a/proxy/apis/pkg.internal/v1beta1/namespaces/alpha/storages',
      '/behind/a/proxy/apis/pkg.internal/v1beta1/storages',
    ]);
  });

  it('should say which kind a cluster lacks', async () => {
    server.reply(failure(404, 'NotFound'));
    await expect(
      client.list({ apiVersion: 'pkg.internal/v1beta1', kind: 'Storage' }),
    ).rejects.toMatchObject({
      reason: 'ObjectInvalid',
      message:
        'The cluster "production" has no kind Storage in pkg.internal/v1beta1.',
    });
  });

  it('should wait as long as the cluster asks, and give up after three tries', async () => {
    const slowDown = failure(429, 'TooManyRequests', { 'retry-after': '2' });
    server.reply(slowDown, json(quotaObject));
    await client.apply(quotaObject);
    expect(waits).toEqual([2_000]);
    server.reply(slowDown, slowDown, slowDown);
    await expect(client.create(namespaceObject)).rejects.toMatchObject({
      reason: 'TooManyRequests',
      retryAfterSeconds: 2,
    });
    expect(server.requests).toHaveLength(5);
  });

  it('should repeat idempotent requests whose connection broke', async () => {
    server.reply(reset, json(quotaObject), reset, json({}));
    await client.apply(quotaObject);
    await client.delete(quota, { uid: '1' });
    expect(server.requests).toHaveLength(4);
  });

  it('should never repeat a creation that may have been done', async () => {
    server.reply(reset);
    await expect(client.create(namespaceObject)).rejects.toMatchObject({
      reason: 'ClusterUnreachable',
    });
    server.reply(failure(503, 'ServiceUnavailable', { 'retry-after': '1' }));
    await expect(client.create(namespaceObject)).rejects.toMatchObject({
      reason: 'ClusterUnavailable',
    });
    expect(server.requests).toHaveLength(2);
  });

  it('should give up on a cluster that does not answer in time', async () => {
    server.reply(silence);
    await expect(client.get(quota)).rejects.toMatchObject({
      reason: 'RequestTimeout',
    });
  });

  it('should say that a cluster cannot be reached', async () => {
    await server.stop();
    await expect(client.get(quota)).rejects.toMatchObject({
      reason: 'ClusterUnreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    server = await ScriptedServer.start();
  });

  it('should renew credentials that are not accepted, once', async () => {
    renew.mockImplementation(() => {
      credentials = { headers: { Authorization: 'Bearer second' }, tls: {} };
      return true;
    });
    server.reply(failure(401, 'Unauthorized'), json(quotaObject));
    await client.get(quota);
    expect(server.requests[1].headers.authorization).toBe('Bearer second');
    server.reply(failure(401, 'Unauthorized'), failure(401, 'Unauthorized'));
    await expect(client.get(quota)).rejects.toMatchObject({
      reason: 'ClusterUnauthorized',
    });
    expect(server.requests).toHaveLength(4);
  });

  it('should not take a page of a proxy for an object', async () => {
    server.reply(response => response.end('<html>maintenance</html>'));
    await expect(client.get(quota)).rejects.toMatchObject({
      reason: 'ClusterUnavailable',
      raw: '<html>maintenance</html>',
    });
  });

  it('should end a request when it is aborted', async () => {
    const controller = new AbortController();
    server.reply(() => controller.abort(new Error('shutting down')));
    await expect(
      client.get(quota, { signal: controller.signal }),
    ).rejects.toThrow('shutting down');
  });
});
