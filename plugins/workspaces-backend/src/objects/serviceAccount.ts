import {
  SUBJECT_ANNOTATION,
  USER_ANNOTATION,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  KubernetesObject,
  Workspace,
  WorkspacePerson,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { SERVICE_ACCOUNT } from './kinds';
import { workspaceMetadata } from './metadata';

/**
 * Renders the ServiceAccount of a person in a namespace.
 *
 * No token is mounted by itself: no role of the cluster is bound to these ServiceAccounts, so it would only lie around
 * in sessions. The token for AWS is mounted all the same, and a pod that wants one for the cluster says so itself.
 */
export function renderServiceAccount(
  workspace: Pick<Workspace, 'id' | 'generation'>,
  namespace: string,
  {
    person,
    annotations,
  }: {
    readonly person: WorkspacePerson;
    /** Those of the AWS role. */
    readonly annotations: Readonly<Record<string, string>>;
  },
): KubernetesObject {
  const metadata = workspaceMetadata(workspace, {
    name: person.serviceAccount,
    namespace,
  });
  return {
    ...SERVICE_ACCOUNT,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [SUBJECT_ANNOTATION]: person.subject,
        [USER_ANNOTATION]: person.ref,
        ...annotations,
      },
    },
    automountServiceAccountToken: false,
  };
}

/**
 * Renders the ServiceAccount that pods of a namespace share. It never carries a role: SDKs of AWS would use the token
 * that comes with the annotation, and not the credentials that an agent of the node hands out.
 */
export function renderSharedServiceAccount(
  workspace: Pick<Workspace, 'id' | 'generation'>,
  identity: { readonly name: string; readonly namespace: string },
): KubernetesObject {
  return {
    ...SERVICE_ACCOUNT,
    metadata: workspaceMetadata(workspace, identity),
    automountServiceAccountToken: false,
  };
}
