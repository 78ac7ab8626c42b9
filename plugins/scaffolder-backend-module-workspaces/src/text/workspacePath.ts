/** Path of the page of a workspace, below the address of the app. */
export function workspacePath(id: string): string {
  return `/workspaces/${encodeURIComponent(id)}`;
}
