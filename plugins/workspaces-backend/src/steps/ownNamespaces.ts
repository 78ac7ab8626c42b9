import type { WorkspaceNamespace } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { StepContext } from '@team-workspaces/backstage-plugin-workspaces-node';
import { NAMESPACE } from '../objects/kinds';

/**
 * The namespaces of a workspace that are ours, or that nobody has yet. Nothing is planned within the others: they
 * are somebody else's.
 */
export function ownNamespaces({
  workspace,
  records,
  absentNamespaces,
}: StepContext): WorkspaceNamespace[] {
  if (workspace.isDefault) {
    return [];
  }
  return workspace.namespaces.filter(
    ({ name }) =>
      absentNamespaces.has(name) ||
      records.find({ ...NAMESPACE, name }) !== undefined,
  );
}
