import { runSimulation } from '@cloud-copilot/iam-simulate';
import fc from 'fast-check';
import { accessRequest, type ContextValue } from './AccessRequest';
import { compilePolicy } from './compilePolicy';
import { evaluate } from './evaluate';

const ACCOUNT = '123456789012';
const BUCKET = 'arn:aws:s3:::team-data';
const ISSUER = 'oidc.example.com/id/1';
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/${ISSUER}`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/team-a`;

const ids = fc.constantFrom('a', 'aa', 'aa-a', 'aa-notebooks', 'aa-drls', '*');
const paths = fc
  .tuple(ids, fc.constantFrom('', '/', '/*', '*', '/?', '/x'))
  .map(parts => parts.join(''));
const oneOrMany = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof(values, fc.array(values, { minLength: 1, maxLength: 3 }));

const OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'StringEqualsIfExists',
  'StringLikeIfExists',
  'StringNotLikeIfExists',
];

const effects = fc.constantFrom('Allow', 'Allow', 'Deny');

function conditions(key: string, values: fc.Arbitrary<string>) {
  return fc.oneof(
    fc.constant(undefined),
    fc.dictionary(
      fc.constantFrom(...OPERATORS),
      oneOrMany(values).map(value => ({ [key]: value })),
      { minKeys: 1, maxKeys: 2 },
    ),
    fc.boolean().map(value => ({ Null: { [key]: String(value) } })),
  );
}

const listStatements = fc.record({
  Effect: effects,
  Action: oneOrMany(
    fc.constantFrom('s3:ListBucket', 's3:List*', 's3:GetObject', '*'),
  ),
  Resource: oneOrMany(fc.constantFrom(BUCKET, '*', 'arn:aws:s3:::team-?ata')),
  Condition: conditions('s3:prefix', paths),
});

const objectActions = oneOrMany(
  fc.constantFrom('s3:GetObject', 's3:Get*', 's3:PutObject', 's3:*', 'S3:get*'),
);
const objectResources = oneOrMany(paths.map(path => `${BUCKET}/${path}`));
const objectStatements = fc.oneof(
  fc.record({
    Effect: effects,
    Action: objectActions,
    Resource: objectResources,
  }),
  fc.record({
    Effect: effects,
    NotAction: objectActions,
    Resource: objectResources,
  }),
  fc.record({
    Effect: effects,
    Action: objectActions,
    NotResource: objectResources,
  }),
);

// The simulator ignores the keys of an OIDC provider, so that it is asked about request tags of the same values.
const subjects = paths.map(path => `system:serviceaccount:${path}`);
const trustStatements = fc.record({
  Effect: effects,
  Principal: fc.constantFrom(
    { Federated: PROVIDER },
    { Federated: `${PROVIDER}0` },
  ),
  Action: fc.constantFrom(
    'sts:AssumeRoleWithWebIdentity',
    'sts:AssumeRole*',
    'sts:AssumeRole',
  ),
  Condition: conditions('aws:RequestTag/sub', subjects),
});

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, ContextValue>>;
}

function documentOf(statements: object[]): object {
  return JSON.parse(
    JSON.stringify({ Version: '2012-10-17', Statement: statements }),
  );
}

async function simulate(
  policies: { readonly identity?: object; readonly trust?: object },
  { action, resource, context }: Asked,
): Promise<string> {
  const present = Object.entries(context).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const result = await runSimulation(
    {
      request: {
        principal: policies.trust
          ? PROVIDER
          : `arn:aws:iam::${ACCOUNT}:role/asking`,
        action,
        resource: { resource, accountId: ACCOUNT },
        contextVariables: Object.fromEntries(present),
      },
      identityPolicies: policies.identity
        ? [{ name: 'policy', policy: policies.identity }]
        : [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: policies.trust,
    },
    {},
  );
  if (result.resultType === 'error') {
    throw new Error(JSON.stringify(result.errors));
  }
  return result.overallResult === 'Allowed' ? 'allow' : 'deny';
}

async function decidePermissions(statements: object[], asked: Asked) {
  const identity = documentOf(statements);
  const { decision } = evaluate(
    [compilePolicy(identity, 'permissions')],
    accessRequest(asked),
  );
  return { ours: decision, theirs: await simulate({ identity }, asked) };
}

const NUM_RUNS = 400;

jest.setTimeout(60_000);

describe('evaluator and a simulator of IAM', () => {
  it('agree on listing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(listStatements, { minLength: 1, maxLength: 3 }),
        fc.option(paths.filter(path => !/[*?]/.test(path))),
        async (statements, prefix) => {
          const { ours, theirs } = await decidePermissions(statements, {
            action: 's3:ListBucket',
            resource: BUCKET,
            context: { 's3:prefix': prefix },
          });
          expect(ours).toBe(theirs);
        },
      ),
      { numRuns: NUM_RUNS },
    );
  });

  it('agree on objects', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(objectStatements, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('s3:GetObject', 's3:PutObject', 's3:DeleteObject'),
        paths.filter(path => !/[*?]/.test(path)),
        async (statements, action, path) => {
          const { ours, theirs } = await decidePermissions(statements, {
            action,
            resource: `${BUCKET}/${path}`,
            context: {},
          });
          expect(ours).toBe(theirs);
        },
      ),
      { numRuns: NUM_RUNS },
    );
  });

  it('agree on who assumes a role', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(trustStatements, { minLength: 1, maxLength: 3 }),
        fc.option(subjects.filter(subject => !/[*?]/.test(subject))),
        async (statements, sub) => {
          const trust = documentOf(statements);
          const asked: Asked = {
            action: 'sts:AssumeRoleWithWebIdentity',
            resource: ROLE,
            context: { 'aws:RequestTag/sub': sub },
          };
          const { decision } = evaluate(
            [compilePolicy(trust, 'trust')],
            accessRequest({
              ...asked,
              principal: { kind: 'Federated', value: PROVIDER },
            }),
          );
          expect(decision).toBe(await simulate({ trust }, asked));
        },
      ),
      { numRuns: NUM_RUNS },
    );
  });
});
