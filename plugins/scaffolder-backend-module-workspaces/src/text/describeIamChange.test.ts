import type { ServiceAccount } from '@team-workspaces/backstage-plugin-workspaces-common';
import { describeIamChange } from './describeIamChange';

const roleArn = 'arn:aws:iam::123456789012:role/drls-workspace-team-a';
const external = { mode: 'external', roleArn } as const;
const account = (
  name: string,
  state: ServiceAccount['state'],
  arn?: string,
): ServiceAccount => ({
  namespace: 'team-a-notebooks',
  name,
  state,
  roleArn: arn,
});

describe('describeIamChange', () => {
  const accounts = {
    items: [
      account('user-ann', 'ready', roleArn),
      account('user-bob', 'drifted'),
      account('user-eve', 'foreign'),
      account('user-kim', 'leaving', roleArn),
    ],
  };

  it('should name the ServiceAccounts that lack the role', () => {
    expect(
      describeIamChange({
        before: { mode: 'none' },
        wanted: external,
        accounts,
      }),
    ).toEqual([
      `~ AWS role: none → ${roleArn}`,
      '~ ServiceAccount team-a-notebooks/user-bob',
    ]);
  });

  it('should name those that lose it when it is cleared', () => {
    expect(
      describeIamChange({
        before: external,
        wanted: { mode: 'none' },
        accounts,
      }),
    ).toEqual([
      `~ AWS role: ${roleArn} → none`,
      '~ ServiceAccount team-a-notebooks/user-ann',
    ]);
  });

  it('should name all that get a role yet to be made', () => {
    expect(
      describeIamChange({
        before: { mode: 'none' },
        wanted: { mode: 'managed' },
        accounts,
      }),
    ).toHaveLength(3);
  });

  it('should say that there is nothing to do, or what could not be read', () => {
    expect(
      describeIamChange({ before: external, wanted: external, accounts }),
    ).toEqual(['The AWS role is as wanted: nothing would be written.']);
    expect(
      describeIamChange({
        before: { mode: 'none' },
        wanted: external,
        accounts: {
          items: [],
          problem: { reason: 'ClusterUnreachable', message: 'No answer.' },
        },
      }),
    ).toContain('✕ No answer. (ClusterUnreachable)');
  });
});
