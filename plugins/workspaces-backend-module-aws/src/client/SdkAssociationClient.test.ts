import { useAwsServer } from '../testing/useAwsServer';

const PLACE = {
  clusterName: 'prod',
  namespace: 'team-notebooks',
  serviceAccount: 'workspace',
};
const ROLE = 'arn:aws:iam::123456789012:role/team';
const ASSOCIATION = {
  ...PLACE,
  associationId: 'a-1',
  associationArn:
    'arn:aws:eks:eu-west-1:123456789012:podidentityassociation/prod/a-1',
  roleArn: ROLE,
};

describe('SdkAssociationClient', () => {
  const { asked, replies, place, accounts } = useAwsServer();
  const client = () => accounts().associations(place());

  it('reads all pages of a list', async () => {
    const page = (associationId: string, nextToken?: string) => ({
      status: 200,
      body: { associations: [{ ...PLACE, associationId }], nextToken },
    });
    replies.push(page('a-1', 'more'), page('a-2'));
    await expect(client().list(PLACE)).resolves.toEqual(['a-1', 'a-2']);
    expect(asked[0].url).toContain(
      'namespace=team-notebooks&serviceAccount=workspace',
    );
  });

  it('makes an association with our token, tags and session tags', async () => {
    replies.push({ status: 200, body: { association: ASSOCIATION } });
    await expect(
      client().create({
        ...PLACE,
        roleArn: ROLE,
        tags: { team: 'x' },
        clientRequestToken: 'token-of-test',
      }),
    ).resolves.toEqual({
      ...PLACE,
      id: 'a-1',
      arn: ASSOCIATION.associationArn,
      roleArn: ROLE,
      tags: {},
      disableSessionTags: false,
    });
    expect(asked).toEqual([
      {
        method: 'POST',
        url: '/clusters/prod/pod-identity-associations',
        body: {
          namespace: PLACE.namespace,
          serviceAccount: PLACE.serviceAccount,
          roleArn: ROLE,
          tags: { team: 'x' },
          clientRequestToken: 'token-of-test',
          disableSessionTags: false,
        },
      },
    ]);
  });

  it('always names the role of an update, and takes away what is not ours', async () => {
    replies.push({ status: 200, body: { association: ASSOCIATION } });
    await client().update(
      { clusterName: 'prod', id: 'a-1' },
      { roleArn: ROLE, clears: ['targetRoleArn'] },
    );
    expect(asked[0]).toMatchObject({
      url: '/clusters/prod/pod-identity-associations/a-1',
      body: { roleArn: ROLE, disableSessionTags: false, targetRoleArn: '' },
    });
    expect(asked[0].body).not.toHaveProperty('policy');
  });

  it('takes what is not there for absent when it reads or deletes one, and for a refusal otherwise', async () => {
    await expect(client().describe('prod', 'a-1')).resolves.toBeUndefined();
    await expect(client().delete('prod', 'a-1')).resolves.toBeUndefined();
    const refusal = { code: 'ResourceNotFound', reason: 'EksClusterNotFound' };
    await expect(client().list(PLACE)).rejects.toMatchObject(refusal);
    await expect(
      client().tag(ASSOCIATION.associationArn, {}),
    ).rejects.toMatchObject(refusal);
  });

  it('asks again when EKS throttles', async () => {
    const throttled = {
      status: 429,
      body: { message: 'Too many requests' },
      code: 'ThrottlingException',
    };
    replies.push(throttled, {
      status: 200,
      body: { association: ASSOCIATION },
    });
    await expect(client().describe('prod', 'a-1')).resolves.toMatchObject({
      id: 'a-1',
    });
    expect(asked).toHaveLength(2);
  });

  it('names cluster and ServiceAccount of a refused creation', async () => {
    replies.push({
      status: 400,
      body: { message: 'Limit exceeded' },
      code: 'ResourceLimitExceededException',
    });
    await expect(
      client().create({
        ...PLACE,
        roleArn: ROLE,
        tags: {},
        clientRequestToken: 'x',
      }),
    ).rejects.toMatchObject({
      reason: 'AssociationLimitReached',
      message: expect.stringContaining(
        'team-notebooks/workspace of cluster prod',
      ),
      raw: 'Limit exceeded',
    });
  });
});
