import type { FieldDifference } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { PodIdentityAssociation } from '../client';
import type { AssociationRepair } from './AssociationWrite';
import type { DesiredAssociation } from './DesiredAssociation';

/** Who is named for a change that we did not make: AWS tells it to CloudTrail only. */
const SOMEBODY = 'somebody else in AWS';

/** What an association may have that we never give it. */
const NEVER_OURS = ['targetRoleArn', 'policy'] as const;

/** How an association of ours differs from what it should be; without fields when it does not. */
export function compareAssociation(
  desired: DesiredAssociation,
  live: PodIdentityAssociation,
): AssociationRepair {
  const fields: FieldDifference[] = [];
  const changed = (path: string, before: unknown, after: unknown) =>
    fields.push({
      path,
      manager: SOMEBODY,
      before,
      ...(after !== undefined && { after }),
    });
  if (live.roleArn !== desired.roleArn) {
    changed('roleArn', live.roleArn, desired.roleArn);
  }
  // Without session tags no condition of the trust on namespace and ServiceAccount can hold.
  if (live.disableSessionTags) {
    changed('disableSessionTags', true, false);
  }
  const clears = NEVER_OURS.filter(key => live[key] !== undefined);
  clears.forEach(key => changed(key, live[key], undefined));
  const update = fields.length > 0;
  for (const [key, after] of Object.entries(desired.tags)) {
    const before = live.tags[key];
    if (before !== after) {
      // Configured anew, most likely: tags that tell whose it is are looked at before.
      fields.push({
        path: `tags[${key}]`,
        ...(before !== undefined && { before }),
        after,
      });
    }
  }
  return {
    type: 'update',
    desired,
    live,
    fields,
    tags: fields.some(({ path }) => path.startsWith('tags[')),
    ...(update && { update: { roleArn: desired.roleArn, clears } }),
  };
}
