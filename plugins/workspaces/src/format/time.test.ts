import { formatAge, formatDuration, formatRelative } from './time';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const ago = (milliseconds: number) =>
  new Date(NOW - milliseconds).toISOString();

describe('formatAge', () => {
  it.each([
    [40 * 86_400_000 + 5, '40 days'],
    [2 * 3_600_000, '2 hr'],
    [119_000, '1 min'],
    [500, '0 sec'],
    [-500, '0 sec'],
  ])('should show an age of %d ms as %s', (age, shown) => {
    expect(formatAge(ago(age), NOW, 'en')).toBe(shown);
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [1_200, '1.2 sec'],
    [90_000, '1.5 min'],
  ])('should show %d ms as %s', (duration, shown) => {
    expect(formatDuration(duration, 'en')).toBe(shown);
  });
});

describe('formatRelative', () => {
  it('should tell past from future', () => {
    expect(formatRelative(ago(120_000), NOW, 'en')).toBe('2 min. ago');
    expect(formatRelative(ago(-5_000), NOW, 'en')).toBe('in 5 sec.');
  });

  it('should show what is no time as it came', () => {
    expect(formatRelative('never', NOW, 'en')).toBe('never');
  });
});
