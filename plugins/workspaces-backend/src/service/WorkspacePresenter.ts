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
    const [shown] = await this.presentAll([workspace], caller);
    return shown;
  }

  async presentAll(
    workspaces: readonly StoredWorkspace[],
    caller: Caller,
  ): Promise<Workspace[]> {
    const memberCounts = await this.#countMembers(workspaces);
    return Promise.all(
      workspaces.map(async (workspace, index) => {
        // Left out: what only the reconciler needs, above all the creation token.
        const {
          uid,
          creationToken,
          attempts,
          version,
          members,
          lastIamSync,
          ...shown
        } = workspace;
        return {
          ...shown,
          namespaces: [...shown.namespaces],
          conditions: [...shown.conditions],
          memberCount: memberCounts[index],
          access: await this.#authorizer.accessOf(caller, workspace),
        };
      }),
    );
  }

  async #countMembers(
    workspaces: readonly StoredWorkspace[],
  ): Promise<number[]> {
    try {
      await this.#membership.prepare(workspaces);
      const people = workspaces.map(workspace =>
        this.#membership.peopleOf(workspace),
      );
      return (await Promise.all(people)).map(({ length }) => length);
    } catch (error) {
      // A page with counts that are too low is better than none.
      this.#logger.warn(
        `Members are counted without their Groups: ${stringifyError(error)}`,
      );
      return workspaces.map(({ members }) => members.length);
    }
  }
}
