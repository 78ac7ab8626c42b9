import { TokenBucket } from './TokenBucket';

describe('TokenBucket', () => {
  it('lets the burst through at once, and then the rate', () => {
    let now = 0;
    const bucket = new TokenBucket({ rate: 10, burst: 3, clock: () => now });
    const take = (times: number) =>
      Array.from({ length: times }, () => bucket.take()).filter(Boolean).length;
    expect(take(5)).toBe(3);
    now = 200;
    expect(take(5)).toBe(2);
    now = 60_000;
    expect(take(5)).toBe(3);
  });
});
