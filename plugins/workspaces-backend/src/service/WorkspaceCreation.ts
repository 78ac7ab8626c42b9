import { isError } from '@backstage/errors';
import type {
  CreateWorkspaceRequest,
  Plan,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { isEqual } from 'lodash';
import type { GroupDirectory } from '../membership/GroupDirectory';
import type { Caller } from '../permissions/Caller';
import type {
  ClusterRegistry,
  NewWorkspace,
  Planner,
  StoredWorkspace,
  WorkspacesConfig,
  WorkspaceStore,
} from '../types';
import { toNewWorkspace } from './request/toNewWorkspace';
import { RequestError } from './RequestError';

/** What {@link WorkspaceCreation} works with. */
export interface WorkspaceCreationOptions {
  readonly config: WorkspacesConfig;
  readonly store: WorkspaceStore;
  readonly clusters: Pick<ClusterRegistry, 'list'>;
  readonly planner: Planner;
  readonly groups: GroupDirectory;
}

/** A workspace, and whether it was there before the request. */
export interface CreationResult {
  readonly workspace: StoredWorkspace;
  readonly created: boolean;
}

/** Stores requested workspaces, and shows what a request would do. */
export class WorkspaceCreation {
  readonly #options: WorkspaceCreationOptions;

  constructor(options: WorkspaceCreationOptions) {
    this.#options = options;
  }

  /** The same request again gives the same workspace; another one for a taken id is refused. */
  async create(
    request: CreateWorkspaceRequest,
    caller: Caller,
  ): Promise<CreationResult> {
    const { store, config } = this.#options;
    const wanted = toNewWorkspace(request, { ...this.#options, caller });
    const existing = await store.findById(wanted.id);
    if (existing) {
      return { workspace: requireSame(existing, wanted), created: false };
    }
    await this.#requireOwner(wanted.owner);
    try {
      const workspace = await store.create(wanted, config.workspacesPerGroup);
      return { workspace, created: true };
    } catch (error) {
      if (!isError(error) || error.name !== 'ConflictError') {
        throw error;
      }
      const other = await store.findById(wanted.id);
      if (other) {
        return { workspace: requireSame(other, wanted), created: false };
      }
      throw this.#limitReached(wanted.owner);
    }
  }

  /** What {@link create} would do. Refuses whatever it would refuse. */
  async plan(request: CreateWorkspaceRequest, caller: Caller): Promise<Plan> {
    const { store, planner, config } = this.#options;
    const wanted = toNewWorkspace(request, { ...this.#options, caller });
    const existing = await store.findById(wanted.id);
    if (existing) {
      return planner.planRepair(requireSame(existing, wanted));
    }
    await this.#requireOwner(wanted.owner);
    const owned = await store.countByOwner([wanted.owner]);
    if ((owned.get(wanted.owner) ?? 0) >= config.workspacesPerGroup) {
      throw this.#limitReached(wanted.owner);
    }
    return planner.planCreation(wanted);
  }

  async #requireOwner(owner: string): Promise<void> {
    if (!(await this.#options.groups.find([owner])).has(owner)) {
      const message = `There is no Group ${owner} in the catalog.`;
      throw new RequestError('GroupNotFound', message, {
        fields: [{ field: 'owner', rule: 'exists', message }],
      });
    }
  }

  #limitReached(owner: string): RequestError {
    return new RequestError(
      'GroupLimitReached',
      `${owner} has ${
        this.#options.config.workspacesPerGroup
      } team workspaces, as many as a Group may have.`,
    );
  }
}

/**
 * Tells a repeated request from one for an id that is taken. Who asks for another Group's id learns only that it
 * is taken.
 */
function requireSame(
  existing: StoredWorkspace,
  wanted: NewWorkspace,
): StoredWorkspace {
  if (existing.owner !== wanted.owner) {
    throw new RequestError(
      'WorkspaceConflict',
      `The id "${wanted.id}" is taken.`,
    );
  }
  if (existing.deletionRequestedAt) {
    throw new RequestError(
      'WorkspaceDeleting',
      `The workspace "${wanted.id}" is being deleted; its id is free again when it is gone.`,
    );
  }
  const fields = (
    ['displayName', 'description', 'cluster', 'quotaProfile'] as const
  ).filter(field => !isEqual(existing[field], wanted[field]));
  if (fields.length > 0) {
    throw new RequestError(
      'WorkspaceConflict',
      `The workspace "${wanted.id}" exists already and differs in ${fields.join(
        ', ',
      )}.`,
    );
  }
  return existing;
}
