import type {
  ListActivity,
  ListWorkspaces,
  RequestOptions,
} from '../schema/openapi/generated/apis';
import type {
  AccessExplanation,
  ActivityFilters,
  CheckIamRequest,
  ExplainAccessRequest,
  IamCheckList,
  IamProof,
  IamReport,
  IamSync,
  MemberImpact,
  MemberList,
  MemberRequest,
  PreviewMemberRequest,
  RemoveMemberRequest,
  ServiceAccountList,
  SetIamRequest,
  SignInReport,
  TransferRequest,
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
  Workspace,
  WorkspaceList,
} from '../schema/openapi/generated/models';
import type { WorkspaceEvent } from './followEvents';

/** Filters, order and page of a list of workspaces. @public */
export type WorkspaceListQuery = ListWorkspaces['query'];

/** Filters and page of the activity of a workspace. @public */
export type ActivityQuery = ListActivity['query'];

/** Credentials of one call; browsers leave them out. @public */
export type WorkspacesRequestOptions = RequestOptions;

/** The workspaces API as browsers and scaffolder actions use it; see the OpenAPI document. @public */
export interface WorkspacesApi {
  listWorkspaces(
    query?: WorkspaceListQuery,
    options?: RequestOptions,
  ): Promise<WorkspaceList>;
  getWorkspace(id: string, options?: RequestOptions): Promise<Workspace>;
  createWorkspace(
    body: CreateWorkspaceRequest,
    options?: RequestOptions,
  ): Promise<Workspace>;
  updateWorkspace(
    id: string,
    body: UpdateWorkspaceRequest,
    options?: RequestOptions,
  ): Promise<Workspace>;
  retryWorkspace(id: string, options?: RequestOptions): Promise<Workspace>;
  adoptNamespaces(
    id: string,
    body: AdoptRequest,
    options?: RequestOptions,
  ): Promise<Workspace>;
  deleteWorkspace(
    id: string,
    body: DeleteRequest,
    options?: RequestOptions,
  ): Promise<Workspace>;
  planWorkspace(
    id: string,
    body: PlanRequest,
    options?: RequestOptions,
  ): Promise<Plan>;
  planCreation(
    body: CreateWorkspaceRequest,
    options?: RequestOptions,
  ): Promise<Plan>;
  listActivity(
    id: string,
    query?: ActivityQuery,
    options?: RequestOptions,
  ): Promise<ActivityList>;
  getActivityFilters(
    id: string,
    options?: RequestOptions,
  ): Promise<ActivityFilters>;
  getUsage(id: string, options?: RequestOptions): Promise<Usage>;
  checkId(id: string, options?: RequestOptions): Promise<IdCheck>;
  getOptions(options?: RequestOptions): Promise<Options>;
  getHealth(options?: RequestOptions): Promise<Health>;
  listMembers(id: string, options?: RequestOptions): Promise<MemberList>;
  addMember(
    id: string,
    body: MemberRequest,
    options?: RequestOptions,
  ): Promise<MemberList>;
  changeMember(
    id: string,
    body: MemberRequest,
    options?: RequestOptions,
  ): Promise<MemberList>;
  removeMember(
    id: string,
    body: RemoveMemberRequest,
    options?: RequestOptions,
  ): Promise<MemberList>;
  previewMember(
    id: string,
    body: PreviewMemberRequest,
    options?: RequestOptions,
  ): Promise<MemberImpact>;
  transferWorkspace(
    id: string,
    body: TransferRequest,
    options?: RequestOptions,
  ): Promise<Workspace>;
  listServiceAccounts(
    id: string,
    options?: RequestOptions,
  ): Promise<ServiceAccountList>;
  getIam(id: string, options?: RequestOptions): Promise<IamReport>;
  setIam(
    id: string,
    body: SetIamRequest,
    options?: RequestOptions,
  ): Promise<Workspace>;
  syncIam(id: string, options?: RequestOptions): Promise<IamSync>;
  getIamProof(id: string, options?: RequestOptions): Promise<IamProof>;
  checkIam(
    id: string,
    body?: CheckIamRequest,
    options?: RequestOptions,
  ): Promise<IamCheckList>;
  explainAccess(
    id: string,
    body: ExplainAccessRequest,
    options?: RequestOptions,
  ): Promise<AccessExplanation>;
  /** Tells that the caller signed in; once per session. */
  reportSignIn(options?: RequestOptions): Promise<SignInReport>;
  /** Yields the workspace now and after each change, until it is gone or the signal aborts. */
  followWorkspace(
    id: string,
    options?: RequestOptions & { signal?: AbortSignal },
  ): AsyncGenerator<WorkspaceEvent>;
}
