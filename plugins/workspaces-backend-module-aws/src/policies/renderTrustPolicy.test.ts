import { POD_IDENTITY, roleInput } from './__testUtils__/roleInput';
import { policySize } from './policySize';
import { renderTrustPolicy } from './renderTrustPolicy';

const OIDC =
  'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';

const WEB_IDENTITY = {
  Sid: 'AssumeByServiceAccounts',
  Effect: 'Allow',
  Principal: {
    Federated: `arn:aws:iam::123456789012:oidc-provider/${OIDC}`,
  },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: { [`${OIDC}:aud`]: 'sts.amazonaws.com' },
    StringLike: {
      [`${OIDC}:sub`]: [
        'system:serviceaccount:team-a-notebooks:user-*',
        'system:serviceaccount:team-a-drls-clusters:user-*',
        'system:serviceaccount:team-a-drls-pipelines:user-*',
      ],
    },
  },
};

describe('renderTrustPolicy', () => {
  it('trusts the users of exactly these namespaces', () => {
    expect(renderTrustPolicy(roleInput())).toEqual({
      Version: '2012-10-17',
      Statement: [WEB_IDENTITY],
    });
  });

  it('adds EKS Pod Identity for one ServiceAccount of each namespace', () => {
    const input = roleInput('team-a', { podIdentity: POD_IDENTITY });
    expect(renderTrustPolicy(input)).toEqual({
      Version: '2012-10-17',
      Statement: [
        WEB_IDENTITY,
        {
          Sid: 'AssumeByPodIdentity',
          Effect: 'Allow',
          Principal: { Service: 'pods.eks.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: {
            StringEquals: {
              'aws:SourceAccount': '123456789012',
              'aws:RequestTag/kubernetes-namespace': [
                'team-a-notebooks',
                'team-a-drls-clusters',
                'team-a-drls-pipelines',
              ],
              'aws:RequestTag/kubernetes-service-account': 'workspace',
            },
            ArnEquals: {
              'aws:SourceArn':
                'arn:aws:eks:eu-west-1:123456789012:cluster/drls',
            },
          },
        },
      ],
    });
  });

  it('takes the configured shared ServiceAccount', () => {
    const input = roleInput('team-a', {
      podIdentity: { ...POD_IDENTITY, serviceAccount: 'sessions' },
    });
    expect(JSON.stringify(renderTrustPolicy(input))).toContain('"sessions"');
  });

  it('has sizes that leave room in the smallest quota', () => {
    expect(policySize(renderTrustPolicy(roleInput()))).toBe(638);
    expect(
      policySize(
        renderTrustPolicy(roleInput('team-a', { podIdentity: POD_IDENTITY })),
      ),
    ).toBe(1087);
    expect(
      policySize(
        renderTrustPolicy(
          roleInput('a'.repeat(38), { podIdentity: POD_IDENTITY }),
        ),
      ),
    ).toBeLessThan(2048);
  });

  it('is not rendered from an input that could widen it', () => {
    expect(() =>
      renderTrustPolicy(roleInput('team-a', { namespaces: ['team-a-*'] })),
    ).toThrow('namespaces[0]');
  });
});
