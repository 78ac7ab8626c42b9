import fc from 'fast-check';
import { serviceAccountName } from './serviceAccountName';

const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Subjects that differ little: separators that cleaning makes alike, capitals, and long common beginnings. */
const hostileSubject = fc
  .array(
    fc.constantFrom('a', 'A', 'b', '-', '.', '_', ':', '/', '@', '*', '?', '$'),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''));

const longSubject = fc
  .tuple(fc.constantFrom('a'.repeat(57), 'a'.repeat(58)), hostileSubject)
  .map(parts => parts.join(''));

const subject = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  hostileSubject,
  longSubject,
);

describe('serviceAccountName', () => {
  it.each([
    ['dana', 'user-dana'],
    [
      '550e8400-e29b-41d4-a716-446655440000',
      'user-550e8400-e29b-41d4-a716-446655440000',
    ],
    ['a'.repeat(58), `user-${'a'.repeat(58)}`],
  ])('should keep %s, which is clean', (clean, name) => {
    expect(serviceAccountName(clean)).toBe(name);
  });

  it.each([
    ['Dana', /^user-dana-[a-z2-7]{12}$/],
    ['user:default/dana', /^user-user-default-dana-[a-z2-7]{12}$/],
    ['dana@example.com', /^user-dana-example-com-[a-z2-7]{12}$/],
    ['-dana-', /^user-dana-[a-z2-7]{12}$/],
    ['da--na', /^user-da-na-[a-z2-7]{12}$/],
    ['', /^user-x-[a-z2-7]{12}$/],
    ['***', /^user-x-[a-z2-7]{12}$/],
    ['a'.repeat(59), /^user-a{45}-[a-z2-7]{12}$/],
  ])('should add a hash to %s, which is not', (raw, pattern) => {
    expect(serviceAccountName(raw)).toMatch(pattern);
  });

  it('should tell apart what cleaning makes alike', () => {
    const names = ['a-b', 'a.b', 'a_b', 'A-b', 'a--b', 'a-b-'].map(
      serviceAccountName,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('should not let a subject read like the name of somebody else', () => {
    fc.assert(
      fc.property(subject, victim => {
        const name = serviceAccountName(victim);
        const imitation = name.slice('user-'.length);
        expect(
          imitation === victim || serviceAccountName(imitation) !== name,
        ).toBe(true);
      }),
    );
  });

  it('should never give two subjects one name', () => {
    fc.assert(
      fc.property(subject, subject, (one, other) => {
        fc.pre(one !== other);
        expect(serviceAccountName(one)).not.toBe(serviceAccountName(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it('should always be a DNS label without a wildcard of policies', () => {
    fc.assert(
      fc.property(subject, one => {
        const name = serviceAccountName(one);
        expect(name).toMatch(DNS_LABEL);
        expect(name).toMatch(/^user-[a-z0-9]/);
        expect(name).not.toMatch(/[*?$]|--/);
      }),
      { numRuns: 2_000 },
    );
  });
});
