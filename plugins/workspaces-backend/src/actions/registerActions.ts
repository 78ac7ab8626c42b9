import type { ActionOptions } from './ActionOptions';
import { createExplainWorkspaceAction } from './createExplainWorkspaceAction';
import { createGetWorkspaceAction } from './createGetWorkspaceAction';
import { createListWorkspacesAction } from './createListWorkspacesAction';

/** Registers what templates and assistants can ask about workspaces. Nothing here changes anything. */
export function registerActions(options: ActionOptions): void {
  createListWorkspacesAction(options);
  createGetWorkspaceAction(options);
  createExplainWorkspaceAction(options);
}
