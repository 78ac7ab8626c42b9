import {
  policySize,
  renderPermissionsPolicy,
  renderTrustPolicy,
} from '../policies';
import { policyInput } from '../role/policyInput';
import { roleConfig } from '../testing/roleConfig';
import { roleWorkspace } from '../testing/roleWorkspace';
import { policyViews } from './policyViews';

describe('policyViews', () => {
  const input = policyInput(roleConfig(), roleWorkspace('team'));
  const trust = renderTrustPolicy(input);
  const permissions = renderPermissionsPolicy(input);
  const theirs = {
    Version: '2012-10-17',
    Statement: {
      Sid: 'Theirs',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::team-data/team/*',
    },
  } as const;

  const permissionsOf = (
    policies?: Parameters<typeof policyViews>[0]['snapshot']['policies'],
  ) =>
    policyViews({ trust, permissions, snapshot: { policies } }, undefined)[1];

  it('shows what is rendered where there is no role yet', () => {
    const view = permissionsOf();
    expect(view).not.toHaveProperty('liveDocument');
    expect(view.size.size).toBe(policySize(permissions));
  });

  it('shows our own policy, and counts the others', () => {
    const view = permissionsOf({
      own: permissions,
      extra: [{ name: 'theirs', document: theirs }],
      attached: [],
    });
    expect(view.liveDocument).toEqual(permissions);
    expect(view.size.size).toBe(policySize(permissions) + policySize(theirs));
  });

  it('joins the policies of a role that others made', () => {
    const view = permissionsOf({
      own: undefined,
      extra: [{ name: 'theirs', document: theirs }],
      attached: [],
    });
    expect(view.liveDocument).toMatchObject({ Statement: [theirs.Statement] });
    expect(view.size.size).toBe(policySize(theirs));
  });

  it('shows nothing live where one of them cannot be read', () => {
    const view = permissionsOf({
      own: undefined,
      extra: [{ name: 'theirs', document: undefined }],
      attached: [],
    });
    expect(view).not.toHaveProperty('liveDocument');
  });
});
