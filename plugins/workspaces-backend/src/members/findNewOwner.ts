import type { GroupDirectory } from '../membership/GroupDirectory';
import { parseGroupRef } from '../service/request/groupRef';
import { RequestError, validationFailed } from '../service/RequestError';
import type { StoredWorkspace } from '../types';

/** The full ref of the Group that is to own a workspace. Throws a `RequestError` for Groups that cannot. */
export async function findNewOwner(
  groups: Pick<GroupDirectory, 'standingOf'>,
  workspace: Pick<StoredWorkspace, 'owner'>,
  ref: string,
): Promise<string> {
  const owner = parseGroupRef(ref) ?? ref;
  if (owner === workspace.owner) {
    throw validationFailed([
      {
        field: 'owner',
        rule: 'differs',
        message: `${owner} owns the workspace already.`,
      },
    ]);
  }
  const standing = await groups.standingOf([owner]);
  const state = standing.get(owner)?.state;
  if (state !== 'effective') {
    const message =
      state === 'untrusted'
        ? `The catalog has ${owner} from a location that is not trusted.`
        : `There is no Group ${owner} in the catalog.`;
    throw new RequestError('GroupNotFound', message, {
      fields: [{ field: 'owner', rule: 'exists', message }],
    });
  }
  return owner;
}
