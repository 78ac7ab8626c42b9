import { ProvedPairs } from './ProvedPairs';

describe('ProvedPairs', () => {
  it('knows the requests of each pair, and nothing of others', () => {
    const pairs = new ProvedPairs();
    for (let i = 0; i < 1000; i += 1) {
      pairs.add('policies', `neighbour ${i}`, i + 1);
    }
    expect(pairs.requests('policies', 'neighbour 0')).toBe(1);
    expect(pairs.requests('policies', 'neighbour 999')).toBe(1000);
    expect(pairs.requests('policies', 'somebody')).toBeUndefined();
    expect(pairs.requests('others', 'neighbour 0')).toBeUndefined();
    pairs.add('others', 'neighbour 999', 7);
    expect(pairs.requests('others', 'neighbour 998')).toBeUndefined();
    expect(pairs.requests('others', 'neighbour 999')).toBe(7);
  });

  it('forgets everything rather than growing without end', () => {
    const pairs = new ProvedPairs();
    pairs.add('first', 'neighbour', 1);
    for (let i = 0; i < 10_000; i += 1) {
      pairs.add(`policies ${i}`, 'neighbour', 1);
    }
    expect(pairs.requests('first', 'neighbour')).toBeUndefined();
    expect(pairs.requests('policies 9999', 'neighbour')).toBe(1);
  });
});
