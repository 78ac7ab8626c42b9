import type {
  AdoptRequestNamespacesInner,
  Plan,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import { RequestError } from './RequestError';

/**
 * The records that make namespaces ours. Only what the plan of now would adopt can be adopted, and only as it was
 * shown: a namespace that was made again since has another UID.
 */
export function adoptionRecords(
  plan: Plan,
  namespaces: readonly AdoptRequestNamespacesInner[],
): ObjectRecord[] {
  const adoptable = plan.changes.filter(
    ({ action, object }) =>
      action === 'adopt' && object.kind === 'Namespace' && object.uid,
  );
  return namespaces.map(({ name, uid }) => {
    const change = adoptable.find(({ object }) => object.name === name);
    if (!change) {
      throw new RequestError(
        'NothingToAdopt',
        `The namespace "${name}" is not one that this workspace can adopt.`,
      );
    }
    if (change.object.uid !== uid) {
      throw new RequestError(
        'NothingToAdopt',
        `The namespace "${name}" is not the one that was shown; look at the plan again.`,
      );
    }
    return {
      apiVersion: 'v1',
      kind: 'Namespace',
      name,
      uid,
      step: change.step,
      adopted: true,
    };
  });
}
