import type { Permission } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { StoredWorkspace, WorkspaceStore } from '../types';
import type { Caller } from './Caller';
import type { WorkspaceAuthorizer } from './WorkspaceAuthorizer';

/** What a {@link WorkspaceGate} needs. */
export interface WorkspaceGateOptions {
  readonly authorizer: WorkspaceAuthorizer;
  readonly store: Pick<WorkspaceStore, 'findById'>;
}

/** Where every request that names a workspace comes through first. */
export class WorkspaceGate {
  readonly #authorizer: WorkspaceAuthorizer;
  readonly #store: WorkspaceGateOptions['store'];

  constructor(options: WorkspaceGateOptions) {
    this.#authorizer = options.authorizer;
    this.#store = options.store;
  }

  /** The workspace, for a caller who may do this with it. Throws `RequestError` for everybody else. */
  async require(
    id: string,
    caller: Caller,
    permission: Permission,
  ): Promise<StoredWorkspace> {
    await this.#authorizer.requireAccess(caller);
    const workspace = await this.#store.findById(id);
    return this.#authorizer.require(caller, workspace, id, permission);
  }
}
