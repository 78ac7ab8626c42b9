import type { FieldDifference } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { AwsRole } from '../client';
import { samePolicy, type PolicyDocument } from '../policies';
import { completeTags, type DesiredRole } from './DesiredRole';
import { withForeignStatements } from './ownStatements';
import type { RolePart, RoleUpsert } from './RoleWrite';

/** Who is named for a change that we did not make: AWS tells it to CloudTrail only. */
const SOMEBODY = 'somebody else in AWS';

/** The write that makes a role. */
export function planCreation(desired: DesiredRole): RoleUpsert {
  const { trust, permissions } = desired;
  return {
    type: 'create',
    desired,
    trust,
    permissions,
    parts: new Set<RolePart>(['trust', 'permissions', 'boundary', 'tags']),
    fields: [
      { path: 'arn', after: desired.arn },
      { path: 'trustPolicy', after: trust },
      { path: `inlinePolicy`, after: permissions },
      { path: 'permissionsBoundary', after: desired.boundaryArn },
      ...Object.entries(desired.tags).map(([key, after]) => ({
        path: `tags[${key}]`,
        after,
      })),
    ],
  };
}

/** The write that brings a role of ours to what it should be. */
export function planUpdate(options: {
  readonly desired: DesiredRole;
  readonly live: AwsRole;
  /** Our inline policy as it is; `unread` when the fingerprint vouches for it. */
  readonly permissions: PolicyDocument | undefined | 'unread';
  /** Whether we wrote all of it as it should be. */
  readonly complete: boolean;
}): RoleUpsert {
  const { desired, live, permissions, complete } = options;
  const parts = new Set<RolePart>();
  const fields: FieldDifference[] = [];
  const differs = (part: RolePart, field: FieldDifference) => {
    parts.add(part);
    // What we wrote completely, and is otherwise now, was changed by somebody else.
    fields.push(complete ? { ...field, manager: SOMEBODY } : field);
  };
  const trust = withForeignStatements(desired.trust, live.trust);
  if (!samePolicy(trust, live.trust)) {
    differs('trust', { path: 'trustPolicy', before: live.trust, after: trust });
  }
  const read = permissions === 'unread' ? undefined : permissions;
  const wanted = withForeignStatements(desired.permissions, read);
  if (permissions !== 'unread' && !(read && samePolicy(wanted, read))) {
    differs('permissions', {
      path: 'inlinePolicy',
      ...(read && { before: read }),
      after: wanted,
    });
  }
  if (live.boundaryArn !== desired.boundaryArn) {
    differs('boundary', {
      path: 'permissionsBoundary',
      ...(live.boundaryArn !== undefined && { before: live.boundaryArn }),
      after: desired.boundaryArn,
    });
  }
  for (const [key, after] of Object.entries(completeTags(desired))) {
    const before = live.tags[key];
    if (before !== after) {
      differs('tags', {
        path: `tags[${key}]`,
        ...(before !== undefined && { before }),
        after,
      });
    }
  }
  return { type: 'update', desired, trust, permissions: wanted, parts, fields };
}
