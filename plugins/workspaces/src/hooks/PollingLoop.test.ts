import { PollingLoop } from './PollingLoop';

const settle = () => jest.advanceTimersByTimeAsync(0);

function setHidden(hidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    value: hidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('PollingLoop', () => {
  let loop: PollingLoop | undefined;

  beforeEach(() => jest.useFakeTimers());

  afterEach(() => {
    loop?.stop();
    setHidden(false);
    jest.useRealTimers();
  });

  function start(run: () => Promise<void>, interval = 1_000) {
    loop = new PollingLoop({ run, interval: () => interval });
    loop.start();
    return loop;
  }

  it('should run at once and then after each interval', async () => {
    const run = jest.fn(async () => {});
    start(run);
    await settle();
    expect(run).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2_500);
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('should never run twice at the same time, and not lose a wish', async () => {
    const finish: Array<() => void> = [];
    const run = jest.fn(
      () => new Promise<void>(resolve => finish.push(resolve)),
    );
    const polling = start(run);
    void polling.runNow();
    void polling.runNow();
    expect(run).toHaveBeenCalledTimes(1);
    finish[0]();
    await settle();
    expect(run).toHaveBeenCalledTimes(2);
    finish[1]();
    await settle();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('should rest while the page is hidden, and look at once when it comes back', async () => {
    const run = jest.fn(async () => {});
    start(run);
    await settle();
    setHidden(true);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(run).toHaveBeenCalledTimes(1);
    setHidden(false);
    await settle();
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('should not run after it was stopped', async () => {
    const run = jest.fn(async () => {});
    start(run).stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
