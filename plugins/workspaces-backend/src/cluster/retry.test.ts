import { parseRetryAfter, waitBeforeRetry } from './retry';

const failed = {
  status: 429,
  retryAfterSeconds: 2,
  tries: 1,
  waitedMs: 0,
  idempotent: true,
};

describe('waitBeforeRetry', () => {
  it.each([
    ['too many requests, as long as asked', {}, 2_000],
    [
      'too many requests without a time',
      { retryAfterSeconds: undefined },
      1_000,
    ],
    ['too many requests of a creation', { idempotent: false }, 2_000],
    ['an unavailable server that says when', { status: 503 }, 2_000],
    ['a broken connection', { status: undefined }, 50],
    ['a wait that just fits', { waitedMs: 8_000 }, 2_000],
  ])('should repeat after %s', (_what, change, wait) => {
    expect(waitBeforeRetry({ ...failed, ...change })).toBe(wait);
  });

  it.each([
    ['three tries', { tries: 3 }],
    ['ten seconds in total', { waitedMs: 8_001 }],
    ['a time that is too far away', { retryAfterSeconds: 60 }],
    [
      'an unavailable server that does not say when',
      { status: 503, retryAfterSeconds: undefined },
    ],
    [
      'a creation that an unavailable server may have done',
      { status: 503, idempotent: false },
    ],
    [
      'a creation whose connection broke',
      { status: undefined, idempotent: false },
    ],
    ['an internal error', { status: 500 }],
    ['a conflict', { status: 409 }],
    ['a refusal', { status: 403 }],
  ])('should not repeat after %s', (_what, change) => {
    expect(waitBeforeRetry({ ...failed, ...change })).toBeUndefined();
  });
});

describe('parseRetryAfter', () => {
  it('should read seconds and dates', () => {
    expect(parseRetryAfter('3')).toBe(3);
    expect(parseRetryAfter(['4', '5'])).toBe(4);
    const inTenSeconds = new Date(Date.now() + 10_000).toUTCString();
    expect(parseRetryAfter(inTenSeconds)).toBeGreaterThanOrEqual(9);
    expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:00 GMT')).toBe(0);
  });

  it('should read nothing from what is neither', () => {
    expect(parseRetryAfter(undefined)).toBeUndefined();
    expect(parseRetryAfter('soon')).toBeUndefined();
  });
});
