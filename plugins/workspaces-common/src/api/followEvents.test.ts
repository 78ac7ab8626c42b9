import { followEvents, type WorkspaceEvent } from './followEvents';

const encode = (text: string) => new TextEncoder().encode(text);

describe('followEvents', () => {
  const start = (chunks: readonly string[], status = 200) => {
    const cancelled = jest.fn();
    const pending = [...chunks];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = pending.shift();
        if (chunk === undefined) {
          controller.close();
        } else {
          controller.enqueue(encode(chunk));
        }
      },
      cancel: cancelled,
    });
    const fetchMock = jest.fn<Promise<Response>, Parameters<typeof fetch>>(
      async () => new Response(body, { status }),
    );
    const events = followEvents(
      {
        discoveryApi: { getBaseUrl: async () => 'http://backend.test' },
        fetchApi: { fetch: fetchMock },
      },
      'a b',
      { token: 'secret' },
    );
    return { events, fetchMock, cancelled };
  };

  const collect = async (events: AsyncGenerator<WorkspaceEvent>) => {
    const all: WorkspaceEvent[] = [];
    for await (const event of events) {
      all.push(event);
    }
    return all;
  };

  it('should yield workspaces however the stream is cut, and skip heartbeats', async () => {
    const { events, fetchMock } = start([
      'event: workspace\nda',
      'ta: {"id":"one"}\n',
      '\n: heartbeat\n\nevent: workspace\ndata: {"id":"two"}\n\n',
      'event: other\ndata: {}\n\n',
    ]);
    expect(await collect(events)).toEqual([
      { type: 'workspace', workspace: { id: 'one' } },
      { type: 'workspace', workspace: { id: 'two' } },
    ]);
    const [url, init] = fetchMock.mock.calls[0];
    expect(url).toBe('http://backend.test/v1/workspaces/a%20b/events');
    expect(new Headers(init?.headers).get('authorization')).toBe(
      'Bearer secret',
    );
  });

  it('should end after gone', async () => {
    const { events } = start([
      'event: gone\ndata: {}\n\nevent: workspace\ndata: {"id":"late"}\n\n',
    ]);
    expect(await collect(events)).toEqual([{ type: 'gone' }]);
  });

  it('should close the stream when the reader stops', async () => {
    const { events, cancelled } = start([
      'event: workspace\ndata: {"id":"one"}\n\n',
      ': heartbeat\n\n',
      ': heartbeat\n\n',
    ]);
    await events.next();
    await events.return(undefined);
    expect(cancelled).toHaveBeenCalled();
  });

  it('should throw when the stream is refused', async () => {
    const { events } = start(['{}'], 404);
    await expect(events.next()).rejects.toMatchObject({ statusCode: 404 });
  });
});
