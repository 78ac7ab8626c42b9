import { AccountPace } from './AccountPace';

describe('AccountPace', () => {
  let now: number;
  let waits: number[];
  let pace: AccountPace;

  beforeEach(() => {
    now = 0;
    waits = [];
    pace = new AccountPace({
      clock: () => now,
      sleep: async ms => {
        waits.push(Math.round(ms));
      },
    });
  });

  const answerEvery = (ms: number, times: number) => {
    for (let i = 0; i < times; i += 1) {
      now += ms;
      pace.answered();
    }
  };

  it('lets requests out as they come while AWS does not throttle', async () => {
    await Promise.all([pace.turn(), pace.turn(), pace.turn()]);
    expect(waits).toEqual([]);
    expect(pace.rate).toBeUndefined();
  });

  it('takes up the rate of the answers when AWS throttles, and gives turns in order', async () => {
    answerEvery(100, 50);
    pace.throttled();
    expect(pace.rate).toBeCloseTo(10, 0);
    await Promise.all([pace.turn(), pace.turn(), pace.turn()]);
    expect(waits).toEqual([100, 200]);
  });

  it('falls once for a burst of refusals, and rises with answers', () => {
    answerEvery(100, 50);
    pace.throttled();
    const taken = pace.rate!;
    now += 1000;
    pace.throttled();
    const fallen = pace.rate!;
    pace.throttled();
    expect(fallen).toBeLessThan(taken);
    expect(pace.rate).toBe(fallen);
    answerEvery(100, 100);
    expect(pace.rate).toBeGreaterThan(taken);
  });

  it('never stands still', () => {
    for (let i = 0; i < 100; i += 1) {
      now += 1000;
      pace.throttled();
    }
    expect(pace.rate).toBeGreaterThan(0);
  });
});
