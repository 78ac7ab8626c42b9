import { retryUntil, waitAfter } from './retryUntil';

describe('retryUntil', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('should repeat later and later until it works', async () => {
    const operation = jest
      .fn(async () => undefined)
      .mockRejectedValueOnce(new Error('first'))
      .mockRejectedValueOnce(new Error('second'));
    const onFailure = jest.fn();
    const done = retryUntil({
      operation,
      onFailure,
      signal: new AbortController().signal,
    });
    await jest.advanceTimersByTimeAsync(999);
    expect(operation).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(operation).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(2_000);
    await done;
    expect(operation).toHaveBeenCalledTimes(3);
    expect(onFailure.mock.calls.map(([, waitMs]) => waitMs)).toEqual([
      1_000, 2_000,
    ]);
  });

  it('should end when it is aborted while it waits', async () => {
    const controller = new AbortController();
    const operation = jest.fn().mockRejectedValue(new Error('away'));
    const done = retryUntil({
      operation,
      onFailure: jest.fn(),
      signal: controller.signal,
    });
    const outcome = done.catch(error => error.message);
    await jest.advanceTimersByTimeAsync(10);
    controller.abort(new Error('stopped'));
    expect(await outcome).toBe('stopped');
    expect(jest.getTimerCount()).toBe(0);
    expect(operation).toHaveBeenCalledTimes(1);
  });

  it('should never wait longer than half a minute', () => {
    expect(waitAfter(1)).toBe(1_000);
    expect(waitAfter(100)).toBe(30_000);
  });
});
