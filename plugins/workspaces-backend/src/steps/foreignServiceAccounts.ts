import {
  HINTS,
  MANAGED_BY,
  MANAGED_BY_LABEL,
  USER_ANNOTATION,
  WORKSPACE_LABEL,
  type Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  KubernetesObject,
  StepContext,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityOf, referenceTo } from '../plan';

/** Whether a ServiceAccount in a namespace of ours is somebody else's: neither our record nor our labels say ours. */
export function isForeignServiceAccount(
  { workspace, records }: Pick<StepContext, 'workspace' | 'records'>,
  object: KubernetesObject,
): boolean {
  const { labels = {}, uid } = object.metadata;
  const labelled =
    labels[MANAGED_BY_LABEL] === MANAGED_BY &&
    labels[WORKSPACE_LABEL] === workspace.id;
  return !labelled && records.find(identityOf(object))?.uid !== uid;
}

/** Why a person gets no ServiceAccount in a namespace, or pods share none. */
export function serviceAccountConflict(
  wanted: KubernetesObject,
  live: KubernetesObject,
): Problem {
  const { name, namespace, annotations } = wanted.metadata;
  const user = annotations?.[USER_ANNOTATION];
  return {
    reason: 'ServiceAccountConflict',
    message: `The ServiceAccount ${name} in ${namespace} exists already and is not ours, so ${
      user ? `${user} has` : 'pods share'
    } none there.`,
    hint: HINTS.ServiceAccountConflict,
    object: referenceTo(live),
  };
}
