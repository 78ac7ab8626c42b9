/** Lines of a stream of bytes, as they become complete. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
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
  }
}
