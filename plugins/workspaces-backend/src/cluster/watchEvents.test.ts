import { KubernetesClusterClient } from './KubernetesClusterClient';
import { failure, ScriptedServer, type Reply } from './testing/ScriptedServer';

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace' };
const METADATA_KIND = {
  apiVersion: 'meta.k8s.io/v1',
  kind: 'PartialObjectMetadata',
};

function event(type: string, name: string): string {
  return `${JSON.stringify({
    type,
    object: { ...METADATA_KIND, metadata: { name } },
  })}\n`;
}

function stream(...chunks: string[]): Reply {
  return response => {
    response.writeHead(200, { 'content-type': 'application/json' });
    chunks.forEach(chunk => response.write(chunk));
  };
}

describe('watch', () => {
  let server: ScriptedServer;
  let client: KubernetesClusterClient;

  beforeEach(async () => {
    server = await ScriptedServer.start();
    client = new KubernetesClusterClient({
      name: 'production',
      endpoint: {
        url: server.url,
        credentials: async () => ({ headers: {}, tls: {} }),
        renew: () => false,
      },
      watchIdleTimeoutMs: 200,
    });
  });

  afterEach(async () => {
    await client.close();
    await server.stop();
  });

  async function watch(signal?: AbortSignal): Promise<string[]> {
    const events: string[] = [];
    const query = { resourceVersion: '5', labelSelector: 'app=x', signal };
    for await (const { type, object } of client.watch(NAMESPACE, query)) {
      expect(object).toMatchObject(NAMESPACE);
      events.push(`${type} ${object.metadata.name}`);
    }
    return events;
  }

  it('should read events until the cluster ends the watch', async () => {
    const added = event('ADDED', 'alpha');
    server.reply((response, request) => {
      stream(
        added.slice(0, 20),
        added.slice(20) + event('BOOKMARK', ''),
        `\n${event('DELETED', 'ähnlich')}`,
      )(response, request);
      response.end();
    });
    expect(await watch()).toEqual([
      'ADDED alpha',
      'BOOKMARK ',
      'DELETED ähnlich',
    ]);
    expect(server.requests[0]).toMatchObject({
      path: '/api/v1/namespaces',
      query: {
        watch: 'true',
        allowWatchBookmarks: 'true',
        resourceVersion: '5',
        labelSelector: 'app=x',
      },
      headers: { accept: expect.stringContaining('as=PartialObjectMetadata;') },
    });
  });

  it('should say that the resource version is too old', async () => {
    const gone = {
      kind: 'Status',
      code: 410,
      reason: 'Expired',
      message: 'old',
    };
    server.reply(
      stream(`${JSON.stringify({ type: 'ERROR', object: gone })}\n`),
    );
    await expect(watch()).rejects.toMatchObject({
      status: 410,
      statusReason: 'Expired',
    });
    server.reply(failure(410, 'Gone'));
    await expect(watch()).rejects.toMatchObject({ status: 410 });
  });

  it('should not trust a silent connection for ever', async () => {
    server.reply(stream(event('ADDED', 'alpha')));
    await expect(watch()).rejects.toMatchObject({ reason: 'RequestTimeout' });
  });

  it('should say that the connection broke', async () => {
    server.reply(response => {
      response.write(event('ADDED', 'alpha'), () => response.destroy());
    });
    await expect(watch()).rejects.toMatchObject({
      reason: 'ClusterUnreachable',
    });
  });

  it('should end without an error when it is aborted', async () => {
    const controller = new AbortController();
    server.reply(response => {
      response.write(event('ADDED', 'alpha'), () => controller.abort());
    });
    const events = await watch(controller.signal);
    expect(events.length).toBeLessThanOrEqual(1);
    expect(await watch(controller.signal)).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });
});
