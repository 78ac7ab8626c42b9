import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runSimulation } from '@cloud-copilot/iam-simulate';

const ACCOUNT = '123456789012';
const EKS = `arn:aws:eks:eu-west-1:${ACCOUNT}`;
const CLUSTER = `${EKS}:cluster/prod-eu`;
const ASSOCIATION = `${EKS}:podidentityassociation/prod-eu/a-1`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/team-workspaces/drls-workspace-team`;
const TAG = 'team-workspaces.dev/managed-by';

/** The policies of the portal, as the documentation has them for copying. */
function documentedPolicies(): object[] {
  const text = readFileSync(
    resolve(__dirname, '../../../../docs/aws.md'),
    'utf8',
  );
  const section = text.slice(text.indexOf('## The identity of the portal'));
  return [...section.matchAll(/```json\n(.*?)```/gs)]
    .map(([, json]) => JSON.parse(json))
    .filter(({ Statement }) => Statement.length > 1);
}

describe('The documented policy of the portal', () => {
  const policies = documentedPolicies();

  const allows = async (
    action: string,
    resource: string,
    contextVariables: Record<string, string> = {},
  ) => {
    const result = await runSimulation(
      {
        request: {
          principal: `arn:aws:iam::${ACCOUNT}:role/portal`,
          action,
          resource: { resource, accountId: ACCOUNT },
          contextVariables,
        },
        identityPolicies: policies.map((policy, index) => ({
          name: `policy ${index}`,
          policy,
        })),
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      {},
    );
    if (result.resultType === 'error') {
      throw new Error(JSON.stringify(result.errors));
    }
    return result.overallResult === 'Allowed';
  };

  const requested = { [`aws:RequestTag/${TAG}`]: 'backstage-workspaces' };
  const ours = { [`aws:ResourceTag/${TAG}`]: 'backstage-workspaces' };
  const toPods = { 'iam:PassedToService': 'pods.eks.amazonaws.com' };

  it('is found', () => {
    expect(policies).toHaveLength(2);
  });

  it.each<[string, string, Record<string, string>]>([
    ['eks:ListPodIdentityAssociations', CLUSTER, {}],
    ['eks:DescribePodIdentityAssociation', ASSOCIATION, {}],
    ['eks:CreatePodIdentityAssociation', CLUSTER, requested],
    ['eks:TagResource', ASSOCIATION, requested],
    ['eks:UpdatePodIdentityAssociation', ASSOCIATION, ours],
    ['eks:DeletePodIdentityAssociation', ASSOCIATION, ours],
    ['iam:PassRole', ROLE, toPods],
    ['iam:GetRole', ROLE, {}],
  ])('allows %s on %s', async (action, resource, context) => {
    expect(await allows(action, resource, context)).toBe(true);
  });

  it.each<[string, string, Record<string, string>]>([
    ['eks:CreatePodIdentityAssociation', CLUSTER, {}],
    ['eks:CreatePodIdentityAssociation', `${EKS}:cluster/other`, requested],
    ['eks:TagResource', CLUSTER, requested],
    ['eks:TagResource', ASSOCIATION, {}],
    ['eks:UpdatePodIdentityAssociation', ASSOCIATION, {}],
    ['eks:DeletePodIdentityAssociation', ASSOCIATION, {}],
    [
      'eks:DeletePodIdentityAssociation',
      ASSOCIATION.replace('prod-eu', 'other'),
      ours,
    ],
    ['eks:DeleteCluster', CLUSTER, {}],
    ['iam:PassRole', ROLE, {}],
    ['iam:PassRole', ROLE, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    ['iam:PassRole', `arn:aws:iam::${ACCOUNT}:role/admin`, toPods],
  ])('refuses %s on %s', async (action, resource, context) => {
    expect(await allows(action, resource, context)).toBe(false);
  });
});
