import type {
  IamSettings,
  ServiceAccountList,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { isSame } from '../client/setIam';
import { describeFailure } from './describeCondition';

/** What setting the AWS role of a workspace would do, line by line. */
export function describeIamChange(options: {
  readonly before: IamSettings;
  readonly wanted: IamSettings;
  readonly accounts: ServiceAccountList;
}): string[] {
  const { before, wanted, accounts } = options;
  if (isSame(before, wanted)) {
    return ['The AWS role is as wanted: nothing would be written.'];
  }
  const annotated = accounts.items.filter(
    ({ state, roleArn }) =>
      ['ready', 'drifted'].includes(state) &&
      (wanted.mode === 'managed' || roleArn !== wanted.roleArn),
  );
  return [
    `~ AWS role: ${describeSettings(before)} → ${describeSettings(wanted)}`,
    ...annotated.map(
      ({ namespace, name }) => `~ ServiceAccount ${namespace}/${name}`,
    ),
    ...(accounts.problem ? [`✕ ${describeFailure(accounts.problem)}`] : []),
  ];
}

function describeSettings({ mode, roleArn }: IamSettings): string {
  return mode === 'external' && roleArn ? roleArn : mode;
}
