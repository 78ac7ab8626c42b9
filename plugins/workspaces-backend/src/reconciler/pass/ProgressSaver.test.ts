import { ProgressSaver } from './ProgressSaver';

describe('ProgressSaver', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('stores many transitions at once, soon', async () => {
    const save = jest.fn(async () => {});
    const saver = new ProgressSaver(save);
    saver.transition();
    saver.transition();
    await jest.advanceTimersByTimeAsync(249);
    expect(save).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('stores mere progress seldom', async () => {
    const save = jest.fn(async () => {});
    const saver = new ProgressSaver(save);
    for (let write = 0; write < 100; write++) {
      saver.progress();
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(save.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('does not let progress delay a transition', async () => {
    const save = jest.fn(async () => {});
    const saver = new ProgressSaver(save);
    saver.progress();
    saver.transition();
    await jest.advanceTimersByTimeAsync(250);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('never stores twice at the same time, and nothing after it was closed', async () => {
    let end = () => {};
    const save = jest.fn(() => new Promise<void>(resolve => (end = resolve)));
    const saver = new ProgressSaver(save);
    const first = saver.flush();
    const second = saver.flush();
    await jest.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenCalledTimes(1);
    end();
    await first;
    expect(save).toHaveBeenCalledTimes(2);
    const closed = saver.close();
    saver.transition();
    end();
    await Promise.all([second, closed]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(save).toHaveBeenCalledTimes(2);
  });
});
