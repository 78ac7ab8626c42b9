import { DeadlineError, withDeadline } from './withDeadline';

const words = {
  cancelled: 'was cancelled',
  timedOut: (duration: string) => `not within ${duration}`,
};

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

describe('withDeadline', () => {
  it('should pass on what the body answers or throws', async () => {
    const options = { ...words, timeout: undefined, signal: undefined };
    await expect(withDeadline(options, async () => 42)).resolves.toBe(42);
    await expect(
      withDeadline(options, async () => {
        throw new Error('its own');
      }),
    ).rejects.toThrow('its own');
  });

  it('should end when the time is up, and say how long that was', async () => {
    const result = withDeadline(
      { ...words, timeout: { milliseconds: 1 }, signal: undefined },
      untilAborted,
    );
    await expect(result).rejects.toThrow(DeadlineError);
    await expect(result).rejects.toThrow('not within 1 millisecond');
  });

  it('should end when the task is cancelled, before or during the body', async () => {
    const controller = new AbortController();
    const options = {
      ...words,
      timeout: undefined,
      signal: controller.signal,
    };
    const result = withDeadline(options, untilAborted);
    controller.abort();
    await expect(result).rejects.toThrow('was cancelled');
    await expect(withDeadline(options, async () => 42)).rejects.toThrow(
      'was cancelled',
    );
  });
});
