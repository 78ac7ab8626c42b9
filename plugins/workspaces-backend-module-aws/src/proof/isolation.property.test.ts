import fc from 'fast-check';
import { renderedSubject } from './__testUtils__/renderedSubject';
import { proveIsolation } from './IsolationProver';

/** Ids that are prefixes of each other, or that look like namespaces of each other. */
const HOSTILE_IDS = [
  'aa',
  'aaa',
  'aa-a',
  'aa-a-b',
  'aa--a',
  'aa-notebooks',
  'aa-drls',
  'aa-drls-clusters',
  'aa-x',
  'a-aa',
  'xaa',
  'aax',
  '0a',
];

const ids = fc.oneof(
  fc.constantFrom(...HOSTILE_IDS),
  fc
    .array(
      fc.constantFrom(
        'a',
        'aa',
        '-a',
        '-notebooks',
        '-drls',
        '-drls-clusters',
        '0',
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map(parts => `a${parts.join('')}`)
    .filter(id => id.length <= 38),
);

describe('rendered policies', () => {
  it('keep every ordered pair of hostile ids apart, and let each at its own', () => {
    const subjects = HOSTILE_IDS.map(id => renderedSubject(id));
    const neighbours = subjects.map(({ workspace }) => workspace);
    for (const subject of subjects) {
      const proof = proveIsolation({ ...subject, neighbours, roles: subjects });
      expect(proof.counterexamples).toEqual([]);
      expect(proof.workspaces).toBe(HOSTILE_IDS.length - 1);
      expect(proof.cases).toContainEqual(
        expect.objectContaining({ expected: 'allow', decided: 'allow' }),
      );
    }
  });

  it('keep generated pairs apart', () => {
    fc.assert(
      fc.property(ids, ids, fc.boolean(), (a, b, glue) => {
        fc.pre(a !== b);
        const other = renderedSubject(b);
        const proof = proveIsolation({
          ...renderedSubject(a, { glue }),
          neighbours: [other.workspace],
          roles: [other],
        });
        expect(proof.counterexamples).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
