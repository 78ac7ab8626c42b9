import { AccountPace } from './AccountPace';
import { PacedRetryStrategy } from './PacedRetryStrategy';

describe('PacedRetryStrategy', () => {
  let waits: number[];
  let pace: AccountPace;
  let strategy: PacedRetryStrategy;

  beforeEach(() => {
    waits = [];
    const sleep = async (ms: number) => {
      waits.push(ms);
    };
    pace = new AccountPace({ clock: () => 0, sleep });
    strategy = new PacedRetryStrategy({
      pace,
      maxAttempts: 3,
      random: () => 0.5,
      sleep,
    });
  });

  it.each(['TRANSIENT', 'SERVER_ERROR', 'THROTTLING'])(
    'tries again after %s, later each time, and not for ever',
    async errorType => {
      let token = await strategy.acquireInitialRetryToken();
      token = await strategy.refreshRetryTokenForRetry(token, { errorType });
      token = await strategy.refreshRetryTokenForRetry(token, { errorType });
      expect(token.getRetryCount()).toBe(2);
      expect(waits.slice(0, 1)).toEqual([100]);
      expect(waits).toContain(200);
      await expect(
        strategy.refreshRetryTokenForRetry(token, { errorType }),
      ).rejects.toThrow();
    },
  );

  it('does not repeat what AWS refused', async () => {
    const token = await strategy.acquireInitialRetryToken();
    await expect(
      strategy.refreshRetryTokenForRetry(token, { errorType: 'CLIENT_ERROR' }),
    ).rejects.toThrow();
    expect(waits).toEqual([]);
  });

  it('slows everybody down when AWS throttles one', async () => {
    const token = await strategy.acquireInitialRetryToken();
    await strategy.refreshRetryTokenForRetry(token, {
      errorType: 'THROTTLING',
    });
    expect(pace.rate).toBeDefined();
  });
});
