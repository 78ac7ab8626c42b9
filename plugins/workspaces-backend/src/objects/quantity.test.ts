import fc from 'fast-check';
import { canonicalQuantity, quantityInThousandths } from './quantity';

describe('canonicalQuantity', () => {
  it.each([
    ['0', '0'],
    ['0Gi', '0'],
    ['0m', '0'],
    ['1', '1'],
    ['8', '8'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['0.5', '500m'],
    ['1.5', '1500m'],
    ['2.50', '2500m'],
    ['1000', '1k'],
    ['100k', '100k'],
    ['1000k', '1M'],
    ['1Gi', '1Gi'],
    ['1024Mi', '1Gi'],
    ['1536Mi', '1536Mi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Gi', '512Mi'],
    ['1024Ki', '1Mi'],
    // Below 1024 bytes there is no binary unit.
    ['0.5Ki', '512'],
    ['16G', '16G'],
    ['1024Pi', '1Ei'],
  ])('of %s is %s', (text, canonical) => {
    expect(canonicalQuantity(text)).toBe(canonical);
  });

  it.each([
    '',
    'x',
    '-1',
    '+1',
    '1e3',
    '1GB',
    '1gi',
    '1 Gi',
    '.5',
    '1.',
    '0.0001',
    '0.3Ki',
    '1Gi\n',
    '0x10',
    '007',
    '00',
  ])('refuses %j', text => {
    expect(canonicalQuantity(text)).toBeUndefined();
  });

  it('keeps the amount, and is canonical itself', () => {
    const property = fc.property(
      fc.nat(1_000_000),
      fc.constantFrom('m', '', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi'),
      (amount, suffix) => {
        const text = `${amount}${suffix}`;
        const canonical = canonicalQuantity(text)!;
        return (
          quantityInThousandths(canonical) === quantityInThousandths(text) &&
          canonicalQuantity(canonical) === canonical
        );
      },
    );
    expect(() => fc.assert(property)).not.toThrow();
  });
});
