import { CachedCredentials } from './CachedCredentials';

describe('CachedCredentials', () => {
  const load = jest.fn(async (rejected: boolean) => ({
    headers: { rejected: String(rejected) },
    tls: {},
  }));
  const start = new Date('2026-01-01T00:00:00Z').getTime();

  beforeEach(() => {
    load.mockClear();
    jest.useFakeTimers({ now: start });
  });

  afterEach(() => jest.useRealTimers());

  it('should load once for callers that come together, and again after the lifetime', async () => {
    const cached = new CachedCredentials({ load, lifetimeMs: 30_000 });
    const [one, two] = await Promise.all([cached.get(), cached.get()]);
    expect(one).toBe(two);
    jest.setSystemTime(start + 29_999);
    expect(await cached.get()).toBe(one);
    jest.setSystemTime(start + 30_000);
    expect(await cached.get()).not.toBe(one);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('should load again what was rejected, but not at once', async () => {
    const cached = new CachedCredentials({ load, lifetimeMs: 30_000 });
    const first = await cached.get();
    expect(cached.renew(first)).toBe(false);
    jest.setSystemTime(start + 5_000);
    expect(cached.renew(first)).toBe(true);
    const second = await cached.get();
    expect(second.headers.rejected).toBe('true');
    // A slower request that was rejected with the former ones only needs to be made again.
    expect(cached.renew(first)).toBe(true);
    expect(await cached.get()).toBe(second);
  });

  it('should try again after a failure', async () => {
    const cached = new CachedCredentials({ load, lifetimeMs: 30_000 });
    load.mockRejectedValueOnce(new Error('the plugin failed'));
    await expect(cached.get()).rejects.toThrow('the plugin failed');
    expect(await cached.get()).toBeDefined();
  });
});
