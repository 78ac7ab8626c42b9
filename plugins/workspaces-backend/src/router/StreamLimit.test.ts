import { StreamLimit } from './StreamLimit';

describe('StreamLimit', () => {
  it('should bound each user alone, and take streams back', () => {
    const limit = new StreamLimit();
    const releases = Array.from({ length: 20 }, () => limit.acquire('ann'));
    expect(() => limit.acquire('ann')).toThrow(
      expect.objectContaining({ code: 'TooManyRequests' }),
    );
    limit.acquire('bob')();
    releases[0]();
    expect(() => limit.acquire('ann')).not.toThrow();
  });
});
