import { roleInput } from '../policies/__testUtils__/roleInput';
import { describeRequest, probe } from './Probe';
import { listBucket, podIdentity, webIdentity } from './requests';

const workspace = roleInput('team-a');

const shown = (request: Parameters<typeof probe>[1]) =>
  describeRequest(
    probe({ title: '', policy: 'trust', expected: 'deny' }, request),
  );

describe('describeRequest', () => {
  it('shows the claims of a token, and leaves out those it lacks', () => {
    expect(shown(webIdentity(workspace, { sub: 'a:b', aud: null }))).toEqual({
      action: 'sts:AssumeRoleWithWebIdentity',
      principal: `arn:aws:iam::123456789012:oidc-provider/${workspace.oidcProvider}`,
      sub: 'a:b',
    });
  });

  it('shows the tags of a pod', () => {
    expect(
      shown(podIdentity(workspace, { namespace: 'n', serviceAccount: 's' })),
    ).toEqual({
      action: 'sts:AssumeRole',
      principal: 'pods.eks.amazonaws.com',
      'kubernetes-namespace': 'n',
      'kubernetes-service-account': 's',
      'aws:sourceaccount': '123456789012',
    });
  });

  it('tells an empty prefix from none', () => {
    const bucket = {
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::team-data',
    };
    expect(shown(listBucket('aws', 'team-data', null))).toEqual(bucket);
    expect(shown(listBucket('aws', 'team-data', ''))).toEqual({
      ...bucket,
      's3:prefix': '',
    });
  });
});
