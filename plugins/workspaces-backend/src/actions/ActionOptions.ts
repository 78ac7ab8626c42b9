import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CallerResolver } from '../permissions/CallerResolver';
import type { WorkspacePresenter } from '../service/WorkspacePresenter';
import type { WorkspacesService } from '../service/WorkspacesService';

/** What every action needs. They see what their caller sees: the service decides. */
export interface ActionOptions {
  readonly actionsRegistry: ActionsRegistryService;
  readonly callers: CallerResolver;
  readonly service: WorkspacesService;
  readonly presenter: WorkspacePresenter;
}

/** Actions that only read. */
export const READ_ONLY = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
