import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Workspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { CatalogMembershipResolver } from '../membership/CatalogMembershipResolver';
import type { Caller } from '../permissions/Caller';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import type { StoredWorkspace } from '../types';

/** Turns stored workspaces into what the API shows a caller. */
export class WorkspacePresenter {
  readonly #authorizer: WorkspaceAuthorizer;
  readonly #membership: CatalogMembershipResolver;
  readonly #logger: LoggerService;

  constructor(options: {
    authorizer: WorkspaceAuthorizer;
    membership: CatalogMembershipResolver;
    logger: LoggerService;
  }) {
    this.#authorizer = options.authorizer;
    this.#membership = options.membership;
    this.#logger = options.logger;
  }

  async present(
    workspace: StoredWorkspace,
    caller: Caller,
  ): Promise<Workspace> {
    // Left out: what only the reconciler needs, above all the creation token.
    const { uid, creationToken, attempts, version, members, ...shown } =
      workspace;
    return {
      ...shown,
      namespaces: [...shown.namespaces],
      conditions: [...shown.conditions],
      memberCount: await this.#countMembers(workspace),
      access: await this.#authorizer.accessOf(caller, workspace),
    };
  }

  async presentAll(
    workspaces: readonly StoredWorkspace[],
    caller: Caller,
  ): Promise<Workspace[]> {
    return Promise.all(
      workspaces.map(workspace => this.present(workspace, caller)),
    );
  }

  async #countMembers(workspace: StoredWorkspace): Promise<number> {
    try {
      return (await this.#membership.peopleOf(workspace)).length;
    } catch (error) {
      // A page with a count that is too low is better than none.
      this.#logger.warn(
        `Members of workspace ${
          workspace.id
        } are counted without the catalog: ${stringifyError(error)}`,
      );
      return workspace.members.length;
    }
  }
}
