import { setTimeout as delay } from 'node:timers/promises';

/** Lines of a stream of bytes. What comes within `gatherMs` of what was read before is read together. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  gatherMs: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    rest += decoder.decode(chunk, { stream: true });
    let start = 0;
    for (
      let end = rest.indexOf('\n');
      end >= 0;
      end = rest.indexOf('\n', start)
    ) {
      if (end > start) {
        yield rest.slice(start, end);
      }
      start = end + 1;
    }
    rest = rest.slice(start);
    await delay(gatherMs);
  }
}
