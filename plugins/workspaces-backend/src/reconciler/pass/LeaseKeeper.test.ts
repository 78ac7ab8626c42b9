import { LeaseKeeper, LeaseLostError, PassStoppedError } from './LeaseKeeper';

const lease = { workspaceUid: 'u', token: 't' };

describe('LeaseKeeper', () => {
  let renewed: boolean | Error;
  let renewals = 0;

  function createKeeper(claimedAt = performance.now()) {
    return new LeaseKeeper({
      store: {
        renewLease: async () => {
          renewals += 1;
          if (renewed instanceof Error) {
            throw renewed;
          }
          return renewed;
        },
      },
      lease,
      leaseMs: 3_000,
      claimedAt,
      now: () => performance.now(),
    });
  }

  beforeEach(() => {
    renewals = 0;
    renewed = true;
    jest.useFakeTimers();
  });

  afterEach(() => jest.useRealTimers());

  it('renews each third of the lease, so that it is held for long', async () => {
    const keeper = createKeeper();
    await jest.advanceTimersByTimeAsync(10_500);
    expect(renewals).toBe(10);
    expect(() => keeper.assertHeld()).not.toThrow();
    keeper.close();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(renewals).toBe(10);
  });

  it('ends by its own clock before the database would give it away', async () => {
    renewed = new Error('no database');
    const keeper = createKeeper();
    await jest.advanceTimersByTimeAsync(2_600);
    expect(() => keeper.assertHeld()).not.toThrow();
    await jest.advanceTimersByTimeAsync(150);
    expect(() => keeper.assertHeld()).toThrow(LeaseLostError);
    expect(keeper.signal.aborted).toBe(true);
  });

  it('counts from before the claim was sent', () => {
    const keeper = createKeeper(performance.now() - 2_750);
    expect(() => keeper.assertHeld()).toThrow(LeaseLostError);
  });

  it('survives a renewal that failed once', async () => {
    renewed = new Error('no database');
    const keeper = createKeeper();
    await jest.advanceTimersByTimeAsync(1_100);
    renewed = true;
    await jest.advanceTimersByTimeAsync(3_000);
    expect(() => keeper.assertHeld()).not.toThrow();
    keeper.close();
  });

  it('ends when somebody else has the workspace', async () => {
    renewed = false;
    const keeper = createKeeper();
    await jest.advanceTimersByTimeAsync(1_100);
    expect(() => keeper.assertHeld()).toThrow(LeaseLostError);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(renewals).toBe(1);
  });

  it('tells a stop from a loss', () => {
    const keeper = createKeeper();
    keeper.stop();
    expect(() => keeper.assertHeld()).toThrow(PassStoppedError);
  });
});
