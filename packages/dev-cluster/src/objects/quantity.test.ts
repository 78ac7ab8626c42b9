import { canonicalQuantity, isQuantity, sumQuantities } from './quantity';

describe('quantities', () => {
  it.each([
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1024Mi', '1Gi'],
    ['0.5Gi', '512Mi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Ki', '512'],
    ['1000', '1k'],
    ['1e3', '1k'],
    ['100m', '100m'],
    ['0', '0'],
    [2, '2'],
  ])('writes %s as %s', (value, expected) => {
    expect(canonicalQuantity(value)).toBe(expected);
  });

  it.each(['', 'abc', '1Xi', '1.2.3', 'm'])('refuses %j', value => {
    expect(isQuantity(value)).toBe(false);
  });

  it('adds up across units', () => {
    expect(sumQuantities(['128Mi', '128Mi', '1Gi'])).toBe('1280Mi');
    expect(sumQuantities(['100m', '2'])).toBe('2100m');
    expect(sumQuantities([])).toBe('0');
  });
});
