import type { WorkspaceIdentity } from './IsolationSubject';

/** The workspaces whose ids begin most like an id: those that a careless policy would confuse first. */
export function nearest(
  id: string,
  workspaces: readonly WorkspaceIdentity[],
  count: number,
): WorkspaceIdentity[] {
  return workspaces
    .map(workspace => ({
      workspace,
      shared: sharedLength(id, workspace.workspaceId),
    }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, count)
    .map(({ workspace }) => workspace);
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) {
    length += 1;
  }
  return length;
}
