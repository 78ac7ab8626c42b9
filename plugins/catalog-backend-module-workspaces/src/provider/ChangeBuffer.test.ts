import { ChangeBuffer } from './ChangeBuffer';

describe('ChangeBuffer', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const start = () => {
    const handle = jest.fn(async (_ids: readonly string[]) => undefined);
    const onFailure = jest.fn();
    return {
      handle,
      onFailure,
      buffer: new ChangeBuffer({ handle, onFailure }),
    };
  };

  it('should hand on what comes within half a second together, each id once', async () => {
    const { buffer, handle } = start();
    ['alpha', 'beta', 'alpha'].forEach(id => buffer.add(id));
    expect(handle).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(500);
    expect(handle.mock.calls).toEqual([[['alpha', 'beta']]]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('should hand on again what could not be handled, with what came meanwhile', async () => {
    const { buffer, handle, onFailure } = start();
    handle.mockRejectedValueOnce(new Error('away'));
    buffer.add('alpha');
    await jest.advanceTimersByTimeAsync(500);
    expect(onFailure).toHaveBeenCalledWith(expect.any(Error), 1_000);
    buffer.add('beta');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(handle.mock.calls[1]).toEqual([['alpha', 'beta']]);
  });

  it('should wait for one batch before the next', async () => {
    const { buffer, handle } = start();
    let finish = () => {};
    handle.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          finish = () => resolve(undefined);
        }),
    );
    buffer.add('alpha');
    await jest.advanceTimersByTimeAsync(500);
    buffer.add('alpha');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(handle).toHaveBeenCalledTimes(1);
    finish();
    await jest.advanceTimersByTimeAsync(500);
    expect(handle).toHaveBeenCalledTimes(2);
  });

  it('should drop what waits when stopped', async () => {
    const { buffer, handle } = start();
    buffer.add('alpha');
    buffer.stop();
    buffer.add('beta');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(handle).not.toHaveBeenCalled();
  });
});
