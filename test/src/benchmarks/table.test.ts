import { median, passes, renderTable, type Comparison } from './table';

const comparison: Comparison = {
  name: '200 workspaces',
  referenceName: 'raw writer',
  ours: 1_500,
  reference: 1_000,
  unit: 'ms',
  limit: 1.5,
};

describe('passes', () => {
  it('should allow the limit itself and nothing above it', () => {
    expect(passes(comparison)).toBe(true);
    expect(passes({ ...comparison, ours: 1_501 })).toBe(false);
  });

  it('should take a limit of 0 for none at all', () => {
    const writes = { ...comparison, unit: 'writes', limit: 0 } as const;
    expect(passes({ ...writes, ours: 0, reference: 0 })).toBe(true);
    expect(passes({ ...writes, ours: 1, reference: 0 })).toBe(false);
  });
});

describe('renderTable', () => {
  it('should show values, ratio, limit and verdict', () => {
    const [header, , row] = renderTable([comparison]).split('\n');
    expect(header).toMatch(/Benchmark .* Reference .* Ours .* Ratio .* Limit/);
    expect(row.split('|').map(cell => cell.trim())).toEqual([
      '',
      '200 workspaces',
      'raw writer',
      '1500 ms',
      '1000 ms',
      '1.50',
      '≤ 1.50',
      'pass',
      '',
    ]);
  });
});

describe('median', () => {
  it('should be the middle, or the mean of the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
  });
});
