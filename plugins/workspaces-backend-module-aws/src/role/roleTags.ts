import {
  LABEL_PREFIX,
  MANAGED_BY,
  WORKSPACE_LABEL,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsRole } from '../client';

/** Tag that says who keeps a role. */
export const MANAGED_BY_TAG = `${LABEL_PREFIX}/managed-by`;

/** Tag with the id of the workspace that a role is for. */
export const WORKSPACE_TAG = WORKSPACE_LABEL;

/** Tag with the uid of the workspace: an id may be used again, and a role never passes to another workspace. */
export const WORKSPACE_UID_TAG = `${LABEL_PREFIX}/workspace-uid`;

/** Tag with the fingerprint of what was written last. */
export const FINGERPRINT_TAG = `${LABEL_PREFIX}/fingerprint`;

type Identity = Pick<Workspace, 'id' | 'uid'>;

/** Tags that make a role ours. */
export function ownerTags({ id, uid }: Identity): Record<string, string> {
  return {
    [MANAGED_BY_TAG]: MANAGED_BY,
    [WORKSPACE_TAG]: id,
    [WORKSPACE_UID_TAG]: uid,
  };
}

/** Whether we made a role or association, for exactly this workspace. */
export function isOwn(
  { tags }: Pick<AwsRole, 'tags'>,
  workspace: Identity,
): boolean {
  return Object.entries(ownerTags(workspace)).every(
    ([key, value]) => tags[key] === value,
  );
}
