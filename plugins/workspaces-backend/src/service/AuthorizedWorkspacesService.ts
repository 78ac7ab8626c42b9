import type {
  ActivityFilters,
  ActivityList,
  AdoptRequest,
  CreateWorkspaceRequest,
  DeleteRequest,
  Health,
  IdCheck,
  Options,
  Permission,
  Plan,
  PlanRequest,
  UpdateWorkspaceRequest,
  Usage,
  WorkspaceChanges,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../permissions/Caller';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import {
  WorkspaceGate,
  type WorkspaceGateOptions,
} from '../permissions/WorkspaceGate';
import type { ActivityQuery, StoredWorkspace } from '../types';
import { parseGroupRef } from './request/groupRef';
import type {
  WorkspaceListRequest,
  WorkspacePage,
  WorkspacesService,
} from './WorkspacesService';

/** Lets through only what the caller may do; see {@link WorkspaceAuthorizer}. */
export class AuthorizedWorkspacesService implements WorkspacesService {
  readonly #service: WorkspacesService;
  readonly #authorizer: WorkspaceAuthorizer;
  readonly #gate: WorkspaceGate;

  constructor(options: WorkspaceGateOptions & { service: WorkspacesService }) {
    this.#service = options.service;
    this.#authorizer = options.authorizer;
    this.#gate = new WorkspaceGate(options);
  }

  async list(
    request: WorkspaceListRequest,
    caller: Caller,
  ): Promise<WorkspacePage> {
    await this.#authorizer.requireAccess(caller);
    const readable = await this.#authorizer.readable(caller);
    if (readable === 'none') {
      const counts = { mine: 0, all: 0, attention: 0 };
      return { items: [], totalItems: 0, counts };
    }
    return this.#service.list({ ...request, visible: readable }, caller);
  }

  async get(id: string, caller: Caller): Promise<StoredWorkspace> {
    return this.#gate.require(id, caller, 'read');
  }

  async create(
    request: CreateWorkspaceRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    await this.#requireCreate(request, caller);
    return this.#service.create(request, caller);
  }

  async planCreation(
    request: CreateWorkspaceRequest,
    caller: Caller,
  ): Promise<Plan> {
    await this.#requireCreate(request, caller);
    return this.#service.planCreation(request, caller);
  }

  async update(
    id: string,
    request: UpdateWorkspaceRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    for (const permission of permissionsFor(request.changes)) {
      await this.#gate.require(id, caller, permission);
    }
    return this.#service.update(id, request, caller);
  }

  async retry(id: string, caller: Caller): Promise<StoredWorkspace> {
    await this.#gate.require(id, caller, 'retry');
    return this.#service.retry(id, caller);
  }

  async adopt(
    id: string,
    request: AdoptRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    await this.#gate.require(id, caller, 'adopt');
    return this.#service.adopt(id, request, caller);
  }

  async delete(
    id: string,
    request: DeleteRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    await this.#gate.require(id, caller, 'delete');
    return this.#service.delete(id, request, caller);
  }

  async plan(id: string, request: PlanRequest, caller: Caller): Promise<Plan> {
    await this.#gate.require(id, caller, 'plan');
    if (request.kind === 'transfer') {
      await this.#gate.require(id, caller, 'transfer');
    }
    return this.#service.plan(id, request, caller);
  }

  async listActivity(
    id: string,
    query: ActivityQuery,
    caller: Caller,
  ): Promise<ActivityList> {
    await this.#gate.require(id, caller, 'read');
    return this.#service.listActivity(id, query, caller);
  }

  async getActivityFilters(
    id: string,
    caller: Caller,
  ): Promise<ActivityFilters> {
    await this.#gate.require(id, caller, 'read');
    return this.#service.getActivityFilters(id, caller);
  }

  async getUsage(id: string, caller: Caller): Promise<Usage> {
    await this.#gate.require(id, caller, 'read');
    return this.#service.getUsage(id, caller);
  }

  async checkId(id: string, caller: Caller): Promise<IdCheck> {
    await this.#authorizer.requireAccess(caller);
    return this.#service.checkId(id, caller);
  }

  async getOptions(caller: Caller): Promise<Options> {
    await this.#authorizer.requireAccess(caller);
    return this.#service.getOptions(caller);
  }

  async getHealth(caller: Caller): Promise<Health> {
    await this.#authorizer.requireAccess(caller);
    await this.#authorizer.requireHealth(caller);
    return this.#service.getHealth(caller);
  }

  async #requireCreate(
    request: CreateWorkspaceRequest,
    caller: Caller,
  ): Promise<void> {
    await this.#authorizer.requireAccess(caller);
    const owner = parseGroupRef(request.owner) ?? request.owner;
    await this.#authorizer.requireCreate(caller, owner);
  }
}

/** The permissions that changes need: who names a workspace does not decide about quota, protection and expiry. */
function permissionsFor(changes: WorkspaceChanges): Permission[] {
  const { displayName, description, ...managed } = changes;
  const manages = Object.values(managed).some(value => value !== undefined);
  const updates = displayName !== undefined || description !== undefined;
  return [
    ...(updates || !manages ? (['update'] as const) : []),
    ...(manages ? (['manage'] as const) : []),
  ];
}
