/** Asks again and again until there is an answer other than undefined; gives up after some seconds. */
export async function eventually<T>(
  ask: () => Promise<T | undefined>,
  limitMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
  }
  throw new Error(`Nothing within ${limitMs} ms`);
}
