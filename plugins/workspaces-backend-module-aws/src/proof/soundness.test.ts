import { runSimulation } from '@cloud-copilot/iam-simulate';
import fc from 'fast-check';
import { roleInput } from '../policies/__testUtils__/roleInput';
import { listOf } from '../policies/normalisePolicy';
import { renderPermissionsPolicy } from '../policies/renderPermissionsPolicy';
import { renderedSubject } from './__testUtils__/renderedSubject';
import { proveIsolation } from './IsolationProver';

const BUCKET = 'arn:aws:s3:::team-data';
const ACCOUNT = '123456789012';
const SUBJECT = renderedSubject('team-a');
const NEIGHBOURS = ['team', 'team-a-b', 'b'].map(id => roleInput(id));

const joined = (parts: readonly string[], maxLength: number) =>
  fc
    .array(fc.constantFrom(...parts), { minLength: 1, maxLength })
    .map(texts => texts.join(''));
const patterns = joined(
  ['team', '-a', '-b', 'b', '/', '/', 'x', 'y', '*', '?'],
  6,
);
const keys = joined(['x', 'y', '/', 'team', '-a'], 3);
const actions = fc.constantFrom(
  's3:GetObject',
  's3:Get*',
  's3:PutObject*',
  's3:GetObjectTagging',
  's3:PutObjectLegalHold',
);

const statements = fc.oneof(
  fc.record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    Action: actions,
    Resource: fc.array(
      patterns.map(pattern => `${BUCKET}/${pattern}`),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({
    Effect: fc.constant('Allow'),
    Action: fc.constant('s3:ListBucket'),
    Resource: fc.constant(BUCKET),
    Condition: fc
      .tuple(fc.constantFrom('StringLike', 'StringEquals'), patterns)
      .map(([operator, prefix]) => ({ [operator]: { 's3:prefix': prefix } })),
  }),
);

interface ForeignRequest {
  readonly action: string;
  readonly resource: string;
  readonly contextVariables: { readonly 's3:prefix'?: string };
}

const requests = fc
  .tuple(fc.constantFrom(...NEIGHBOURS), keys, fc.nat(20))
  .chain(([{ workspaceId }, key, length]) =>
    fc.constantFrom<ForeignRequest[]>(
      {
        action: 's3:ListBucket',
        resource: BUCKET,
        contextVariables: {
          's3:prefix': `${workspaceId}/${key}`.slice(0, length),
        },
      },
      ...[
        's3:GetObject',
        's3:PutObject',
        's3:GetObjectTagging',
        's3:PutObjectLegalHold',
      ].map(action => ({
        action,
        resource: `${BUCKET}/${workspaceId}/${key}`,
        contextVariables: {},
      })),
    ),
  )
  // Listing the own prefix is no foreign request, even where an id begins with another one.
  .filter(
    ({ contextVariables }) =>
      !contextVariables['s3:prefix']?.startsWith('team-a/'),
  );

async function isAllowed(
  policy: object,
  { action, resource, contextVariables }: ForeignRequest,
): Promise<boolean> {
  const result = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${ACCOUNT}:role/drls-workspace-team-a`,
        action,
        resource: { resource, accountId: ACCOUNT },
        contextVariables: { ...contextVariables },
      },
      identityPolicies: [{ name: 'policy', policy }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (result.resultType === 'error') {
    throw new Error(JSON.stringify(result.errors));
  }
  return result.overallResult === 'Allowed';
}

describe('a proof', () => {
  it('of whatever policy means that a simulator of IAM denies foreign requests', async () => {
    const rendered = renderPermissionsPolicy(SUBJECT.workspace);
    let proved = 0;
    let refuted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(statements, { minLength: 1, maxLength: 2 }),
        fc.array(requests, { minLength: 6, maxLength: 6 }),
        async (added, foreign) => {
          const policy = JSON.parse(
            JSON.stringify({
              ...rendered,
              Statement: [...listOf(rendered.Statement), ...added],
            }),
          );
          const { counterexamples } = proveIsolation({
            ...SUBJECT,
            permissions: [policy],
            neighbours: NEIGHBOURS,
          });
          if (counterexamples.some(({ expected }) => expected === 'deny')) {
            refuted += 1;
            return;
          }
          proved += 1;
          for (const request of foreign) {
            expect([request, await isAllowed(policy, request)]).toEqual([
              request,
              false,
            ]);
          }
        },
      ),
      { numRuns: 250 },
    );
    // Both happen often enough for the property to say something.
    expect(proved).toBeGreaterThan(20);
    expect(refuted).toBeGreaterThan(20);
  }, 60_000);
});
