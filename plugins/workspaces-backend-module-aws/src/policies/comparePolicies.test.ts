import { roleInput } from './__testUtils__/roleInput';
import { comparePolicies } from './comparePolicies';
import type { PolicyDocument, PolicyStatement } from './PolicyDocument';
import { listOf } from './normalisePolicy';
import { renderPermissionsPolicy } from './renderPermissionsPolicy';

const rendered = renderPermissionsPolicy(roleInput());
const statements = listOf(rendered.Statement);

const live = (list: readonly PolicyStatement[]): PolicyDocument => ({
  ...rendered,
  Statement: list,
});

describe('comparePolicies', () => {
  it('finds nothing in another order', () => {
    expect(comparePolicies(rendered, live([...statements].reverse()))).toEqual(
      [],
    );
  });

  it('names a foreign statement by its Sid or its number', () => {
    const foreign: PolicyStatement = {
      Effect: 'Allow',
      Action: 's3:*',
      Resource: '*',
    };
    expect(
      comparePolicies(
        rendered,
        live([...statements, foreign, { ...foreign, Sid: 'Mine' }]),
      ),
    ).toEqual([
      { kind: 'foreign-statement', name: 'statement 6', live: foreign },
      {
        kind: 'foreign-statement',
        name: 'Mine',
        live: { ...foreign, Sid: 'Mine' },
      },
    ]);
  });

  it('names a missing statement', () => {
    expect(comparePolicies(rendered, live(statements.slice(1)))).toEqual([
      {
        kind: 'missing-statement',
        name: 'ListPrefix',
        rendered: statements[0],
      },
    ]);
  });

  it('pairs a changed statement by its Sid', () => {
    const changed = { ...statements[2], Resource: 'arn:aws:s3:::team-data/*' };
    expect(
      comparePolicies(rendered, live([changed, ...statements.toSpliced(2, 1)])),
    ).toEqual([
      {
        kind: 'changed-statement',
        name: 'WriteObjects',
        rendered: statements[2],
        live: changed,
      },
    ]);
  });

  it('shows a second statement of a Sid as foreign', () => {
    const second = { ...statements[0], Resource: '*' };
    expect(comparePolicies(rendered, live([...statements, second]))).toEqual([
      { kind: 'foreign-statement', name: 'ListPrefix', live: second },
    ]);
  });
});
