import type {
  ActivityFilters,
  ActivityList,
  AdoptRequest,
  CreateWorkspaceRequest,
  DeleteRequest,
  Health,
  IdCheck,
  Options,
  Plan,
  PlanRequest,
  UpdateWorkspaceRequest,
  Usage,
  WorkspaceListCounts,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../permissions/Caller';
import type { ActivityQuery, StoredWorkspace, WorkspaceQuery } from '../types';

/** Which workspaces a list asks for; the caller is added by the service. */
export interface WorkspaceListRequest
  extends Omit<WorkspaceQuery, 'mine' | 'attention'> {
  /** The tab: own ones, all that may be read, or those that need somebody. */
  readonly scope: 'mine' | 'all' | 'attention';
}

/** One page, and how many there are under each tab whatever the other filters. */
export interface WorkspacePage {
  readonly items: readonly StoredWorkspace[];
  readonly totalItems: number;
  readonly counts: WorkspaceListCounts;
}

/**
 * What can be done with workspaces. Requests are checked already, see `request/`. Every method throws a
 * `RequestError` when it refuses.
 */
export interface WorkspacesService {
  list(request: WorkspaceListRequest, caller: Caller): Promise<WorkspacePage>;
  get(id: string, caller: Caller): Promise<StoredWorkspace>;
  /** The same request again gives the same workspace. */
  create(
    request: CreateWorkspaceRequest,
    caller: Caller,
  ): Promise<StoredWorkspace>;
  planCreation(request: CreateWorkspaceRequest, caller: Caller): Promise<Plan>;
  update(
    id: string,
    request: UpdateWorkspaceRequest,
    caller: Caller,
  ): Promise<StoredWorkspace>;
  retry(id: string, caller: Caller): Promise<StoredWorkspace>;
  adopt(
    id: string,
    request: AdoptRequest,
    caller: Caller,
  ): Promise<StoredWorkspace>;
  delete(
    id: string,
    request: DeleteRequest,
    caller: Caller,
  ): Promise<StoredWorkspace>;
  plan(id: string, request: PlanRequest, caller: Caller): Promise<Plan>;
  listActivity(
    id: string,
    query: ActivityQuery,
    caller: Caller,
  ): Promise<ActivityList>;
  getActivityFilters(id: string, caller: Caller): Promise<ActivityFilters>;
  getUsage(id: string, caller: Caller): Promise<Usage>;
  checkId(id: string, caller: Caller): Promise<IdCheck>;
  getOptions(caller: Caller): Promise<Options>;
  getHealth(caller: Caller): Promise<Health>;
}
