import { formatQuantity, parseQuantity } from './quantities';

describe('parseQuantity', () => {
  it.each([
    ['0', 0],
    ['16', 16],
    ['500m', 0.5],
    ['1.5', 1.5],
    ['16Gi', 16 * 1024 ** 3],
    ['2k', 2000],
    ['1e3', 1000],
    ['5E', 5e18],
  ])('should read %p as %p', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(['', 'many', '16GiB', '--1', '1 2'])('should not read %p', text => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('formatQuantity', () => {
  it.each([
    ['requests.memory', '46385Mi', '45.3 GiB'],
    ['limits.memory', '0', '0 B'],
    ['requests.storage', '1Ti', '1 TiB'],
    ['requests.cpu', '2500m', '2.5'],
    ['pods', '1200', '1,200'],
    ['requests.cpu', 'nonsense', 'nonsense'],
  ])('should show %s of %s as %s', (resource, quantity, shown) => {
    expect(formatQuantity(resource, quantity, 'en')).toBe(shown);
  });

  it('should write numbers as the language does', () => {
    expect(formatQuantity('requests.memory', '46385Mi', 'de')).toBe('45,3 GiB');
  });
});
