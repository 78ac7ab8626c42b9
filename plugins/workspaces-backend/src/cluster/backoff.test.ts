import { backoffDelay } from './backoff';

const bounds = { baseMs: 1_000, maxMs: 60_000 };

describe('backoffDelay', () => {
  it('should double up to the maximum', () => {
    const delays = [1, 2, 3, 6, 7, 50].map(failures =>
      backoffDelay(failures, bounds, () => 1),
    );
    expect(delays).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
  });

  it('should spread over the upper half', () => {
    expect(backoffDelay(1, bounds, () => 0)).toBe(500);
    expect(backoffDelay(1, bounds, () => 0.5)).toBe(750);
  });
});
