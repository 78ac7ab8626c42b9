import { once } from 'node:events';
import type { Response } from 'express';

/** Writes server-sent events, no faster than the reader takes them. */
export class EventStream {
  readonly #response: Pick<
    Response,
    'writeHead' | 'flushHeaders' | 'write' | 'end' | 'once' | 'off'
  >;
  readonly #closed = new AbortController();

  constructor(response: Response) {
    this.#response = response;
    response.once('close', () => this.#closed.abort());
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // `no-transform` keeps the compression of the backend from holding events back.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
  }

  /** Aborts when the reader went away. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** Sends an event; resolves when the reader can take another. */
  async send(event: string, data: unknown): Promise<void> {
    await this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Sends nothing but a sign of life, which keeps proxies from closing the connection. */
  async sendHeartbeat(): Promise<void> {
    await this.#write(': heartbeat\n\n');
  }

  end(): void {
    this.#response.end();
  }

  async #write(text: string): Promise<void> {
    if (this.closed.aborted || this.#response.write(text)) {
      return;
    }
    const response = this.#response as Response;
    await once(response, 'drain', { signal: this.closed }).catch(
      () => undefined,
    );
  }
}
