import { Wakeup } from './Wakeup';

describe('Wakeup', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function measure(wakeup: Wakeup, maxMs: number): Promise<number> {
    const since = performance.now();
    await wakeup.wait(maxMs);
    return performance.now() - since;
  }

  it('waits as long as it is told', async () => {
    const waited = measure(new Wakeup(), 1_000);
    await jest.advanceTimersByTimeAsync(2_000);
    await expect(waited).resolves.toBe(1_000);
  });

  it('ends at once when woken, also when that came before', async () => {
    const wakeup = new Wakeup();
    wakeup.wake();
    await expect(measure(wakeup, 1_000)).resolves.toBe(0);
    const waited = measure(wakeup, 1_000);
    await jest.advanceTimersByTimeAsync(300);
    wakeup.wake();
    await expect(waited).resolves.toBe(300);
  });

  it('tells whether it was woken', async () => {
    const wakeup = new Wakeup();
    const ended = wakeup.wait(1_000);
    await jest.advanceTimersByTimeAsync(1_000);
    await expect(ended).resolves.toBe(false);
    wakeup.wake();
    await expect(wakeup.wait(1_000)).resolves.toBe(true);
  });

  it('waits for the earliest of several times', async () => {
    const wakeup = new Wakeup();
    const waited = measure(wakeup, 1_000);
    wakeup.wakeIn(500);
    wakeup.wakeIn(200);
    wakeup.wakeIn(700);
    await jest.advanceTimersByTimeAsync(2_000);
    await expect(waited).resolves.toBe(200);
  });

  it('forgets a time of an earlier wait', async () => {
    const wakeup = new Wakeup();
    const first = measure(wakeup, 1_000);
    wakeup.wakeIn(500);
    wakeup.wake();
    await first;
    const second = measure(wakeup, 1_000);
    await jest.advanceTimersByTimeAsync(2_000);
    await expect(second).resolves.toBe(1_000);
  });
});
