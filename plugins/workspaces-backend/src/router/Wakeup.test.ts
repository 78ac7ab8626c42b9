import { Wakeup } from './Wakeup';

describe('Wakeup', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('should sleep until woken, or until the time is over', async () => {
    const wakeup = new Wakeup([]);
    const woken = wakeup.wait(60_000);
    wakeup.wake();
    await woken;
    expect(jest.getTimerCount()).toBe(0);
    const over = wakeup.wait(1_000);
    await jest.advanceTimersByTimeAsync(1_000);
    await over;
    expect(wakeup.ended).toBe(false);
  });

  it('should not lose what happens while nobody waits', async () => {
    const wakeup = new Wakeup([]);
    wakeup.wake();
    await wakeup.wait(60_000);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('should end with its signals', async () => {
    const end = new AbortController();
    const wakeup = new Wakeup([end.signal]);
    const waiting = wakeup.wait(60_000);
    end.abort();
    await waiting;
    expect(wakeup.ended).toBe(true);
    await wakeup.wait(60_000);
  });
});
