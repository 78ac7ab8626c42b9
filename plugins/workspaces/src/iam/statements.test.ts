import { documentParts, hasStatement, samePolicy } from './statements';

const one = { Sid: 'One', Action: ['s3:GetObject'], Resource: ['a', 'b'] };
const two = { Sid: 'Two', Action: 's3:ListBucket' };
const document = { Version: '2012-10-17', Statement: [one, two] };

describe('documentParts', () => {
  it('should cut a document so that it is still the same JSON', () => {
    const parts = documentParts(document);
    expect(JSON.parse(parts.map(({ text }) => text).join('\n'))).toEqual(
      document,
    );
    expect(parts.flatMap(({ statement }) => statement ?? [])).toEqual([
      one,
      two,
    ]);
  });

  it('should show a document without a list of statements whole', () => {
    const single = { Version: '2012-10-17', Statement: two };
    expect(
      JSON.parse(
        documentParts(single)
          .map(({ text }) => text)
          .join('\n'),
      ),
    ).toEqual(single);
  });
});

describe('samePolicy', () => {
  it('should allow what AWS does with a document', () => {
    expect(
      samePolicy(one, {
        Resource: ['b', 'a'],
        Action: 's3:GetObject',
        Sid: 'One',
      }),
    ).toBe(true);
  });

  it('should tell another action', () => {
    expect(samePolicy(one, { ...one, Action: 's3:*' })).toBe(false);
  });
});

describe('hasStatement', () => {
  it('should find a statement, also a single one', () => {
    expect(hasStatement(document, two)).toBe(true);
    expect(hasStatement({ Statement: two }, two)).toBe(true);
  });

  it('should not find one that differs', () => {
    expect(hasStatement(document, { ...two, Condition: {} })).toBe(false);
  });
});
