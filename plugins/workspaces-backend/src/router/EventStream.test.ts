import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import { EventStream } from './EventStream';

class FakeResponse extends EventEmitter {
  readonly written: string[] = [];
  readonly writeHead = jest.fn();
  readonly flushHeaders = jest.fn();
  readonly end = jest.fn();
  full = false;

  write(text: string): boolean {
    this.written.push(text);
    return !this.full;
  }
}

describe('EventStream', () => {
  const start = () => {
    const response = new FakeResponse();
    const stream = new EventStream(response as unknown as Response);
    return { response, stream };
  };

  it('should keep compression and proxies from holding events back', () => {
    const { response } = start();
    expect(response.writeHead).toHaveBeenCalledWith(
      200,
      expect.objectContaining({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      }),
    );
    expect(response.flushHeaders).toHaveBeenCalled();
  });

  it('should write events on one line of data each', async () => {
    const { response, stream } = start();
    await stream.send('workspace', { text: 'one\ntwo' });
    await stream.sendHeartbeat();
    expect(response.written).toEqual([
      'event: workspace\ndata: {"text":"one\\ntwo"}\n\n',
      ': heartbeat\n\n',
    ]);
  });

  it('should wait for a reader that is slow', async () => {
    const { response, stream } = start();
    response.full = true;
    let sent = false;
    const sending = stream.send('workspace', {}).then(() => {
      sent = true;
    });
    await new Promise(process.nextTick);
    expect(sent).toBe(false);
    response.emit('drain');
    await sending;
    expect(sent).toBe(true);
  });

  it('should not wait for a reader that is gone, nor write to one', async () => {
    const { response, stream } = start();
    response.full = true;
    const sending = stream.send('workspace', {});
    response.emit('close');
    await sending;
    expect(stream.closed.aborted).toBe(true);
    await stream.sendHeartbeat();
    expect(response.written).toHaveLength(1);
  });
});
