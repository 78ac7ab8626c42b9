import { ResponseError } from '@backstage/errors';
import {
  DefaultApiClient,
  type ListActivity,
  type ListCatalogWorkspaces,
  type ListWorkspaces,
  type RequestOptions,
  type TypedResponse,
} from '../schema/openapi/generated/apis';
import type {
  AccessExplanation,
  ActivityFilters,
  CatalogWorkspaceList,
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
import type { WorkspacesApi } from './WorkspacesApi';
import { followEvents, type WorkspaceEvent } from './followEvents';

/** What the client needs of its surroundings; both are the usual Backstage APIs. @public */
export interface WorkspacesClientOptions {
  readonly discoveryApi: {
    getBaseUrl(pluginId: string): Promise<string>;
  };
  readonly fetchApi: { fetch: typeof fetch };
}

/**
 * Client of the workspaces API for browsers and backends. Every method throws a `ResponseError` when the answer
 * is not a success; its `body.error` carries our stable `code` and, for bad input, the `fields`.
 *
 * @public
 */
export class WorkspacesClient implements WorkspacesApi {
  readonly #client: DefaultApiClient;
  readonly #options: WorkspacesClientOptions;

  constructor(options: WorkspacesClientOptions) {
    this.#client = new DefaultApiClient(options);
    this.#options = options;
  }

  async listWorkspaces(
    query: ListWorkspaces['query'] = {},
    options?: RequestOptions,
  ): Promise<WorkspaceList> {
    return unwrap(this.#client.listWorkspaces({ query }, options));
  }

  async getWorkspace(id: string, options?: RequestOptions): Promise<Workspace> {
    return unwrap(this.#client.getWorkspace({ path: { id } }, options));
  }

  async createWorkspace(
    body: CreateWorkspaceRequest,
    options?: RequestOptions,
  ): Promise<Workspace> {
    return unwrap(this.#client.createWorkspace({ body }, options));
  }

  async updateWorkspace(
    id: string,
    body: UpdateWorkspaceRequest,
    options?: RequestOptions,
  ): Promise<Workspace> {
    return unwrap(
      this.#client.updateWorkspace({ path: { id }, body }, options),
    );
  }

  async retryWorkspace(
    id: string,
    options?: RequestOptions,
  ): Promise<Workspace> {
    return unwrap(this.#client.retryWorkspace({ path: { id } }, options));
  }

  async adoptNamespaces(
    id: string,
    body: AdoptRequest,
    options?: RequestOptions,
  ): Promise<Workspace> {
    return unwrap(
      this.#client.adoptNamespaces({ path: { id }, body }, options),
    );
  }

  async deleteWorkspace(
    id: string,
    body: DeleteRequest,
    options?: RequestOptions,
  ): Promise<Workspace> {
    return unwrap(
      this.#client.deleteWorkspace({ path: { id }, body }, options),
    );
  }

  async planWorkspace(
    id: string,
    body: PlanRequest,
    options?: RequestOptions,
  ): Promise<Plan> {
    return unwrap(this.#client.planWorkspace({ path: { id }, body }, options));
  }

  async planCreation(
    body: CreateWorkspaceRequest,
    options?: RequestOptions,
  ): Promise<Plan> {
    return unwrap(this.#client.planCreation({ body }, options));
  }

  async listActivity(
    id: string,
    query: ListActivity['query'] = {},
    options?: RequestOptions,
  ): Promise<ActivityList> {
    return unwrap(this.#client.listActivity({ path: { id }, query }, options));
  }

  async getActivityFilters(
    id: string,
    options?: RequestOptions,
  ): Promise<ActivityFilters> {
    return unwrap(this.#client.getActivityFilters({ path: { id } }, options));
  }

  async getUsage(id: string, options?: RequestOptions): Promise<Usage> {
    return unwrap(this.#client.getUsage({ path: { id } }, options));
  }

  async checkId(id: string, options?: RequestOptions): Promise<IdCheck> {
    return unwrap(this.#client.checkId({ path: { id } }, options));
  }

  async getOptions(options?: RequestOptions): Promise<Options> {
    return unwrap(this.#client.getOptions({}, options));
  }

  async getHealth(options?: RequestOptions): Promise<Health> {
    return unwrap(this.#client.getHealth({}, options));
  }

  async listMembers(id: string, options?: RequestOptions): Promise<MemberList> {
    return unwrap(this.#client.listMembers({ path: { id } }, options));
  }

  async addMember(
    id: string,
    body: MemberRequest,
    options?: RequestOptions,
  ): Promise<MemberList> {
    return unwrap(this.#client.addMember({ path: { id }, body }, options));
  }

  async changeMember(
    id: string,
    body: MemberRequest,
    options?: RequestOptions,
  ): Promise<MemberList> {
    return unwrap(this.#client.changeMember({ path: { id }, body }, options));
  }

  async removeMember(
    id: string,
    body: RemoveMemberRequest,
    options?: RequestOptions,
  ): Promise<MemberList> {
    return unwrap(this.#client.removeMember({ path: { id }, body }, options));
  }

  async previewMember(
    id: string,
    body: PreviewMemberRequest,
    options?: RequestOptions,
  ): Promise<MemberImpact> {
    return unwrap(this.#client.previewMember({ path: { id }, body }, options));
  }

  async transferWorkspace(
    id: string,
    body: TransferRequest,
    options?: RequestOptions,
  ): Promise<Workspace> {
    return unwrap(
      this.#client.transferWorkspace({ path: { id }, body }, options),
    );
  }

  async listServiceAccounts(
    id: string,
    options?: RequestOptions,
  ): Promise<ServiceAccountList> {
    return unwrap(this.#client.listServiceAccounts({ path: { id } }, options));
  }

  async getIam(id: string, options?: RequestOptions): Promise<IamReport> {
    return unwrap(this.#client.getIam({ path: { id } }, options));
  }

  async setIam(
    id: string,
    body: SetIamRequest,
    options?: RequestOptions,
  ): Promise<Workspace> {
    return unwrap(this.#client.setIam({ path: { id }, body }, options));
  }

  async syncIam(id: string, options?: RequestOptions): Promise<IamSync> {
    return unwrap(this.#client.syncIam({ path: { id } }, options));
  }

  async getIamProof(id: string, options?: RequestOptions): Promise<IamProof> {
    return unwrap(this.#client.getIamProof({ path: { id } }, options));
  }

  async checkIam(
    id: string,
    body: CheckIamRequest = {},
    options?: RequestOptions,
  ): Promise<IamCheckList> {
    return unwrap(this.#client.checkIam({ path: { id }, body }, options));
  }

  async explainAccess(
    id: string,
    body: ExplainAccessRequest,
    options?: RequestOptions,
  ): Promise<AccessExplanation> {
    return unwrap(this.#client.explainAccess({ path: { id }, body }, options));
  }

  async reportSignIn(options?: RequestOptions): Promise<SignInReport> {
    return unwrap(this.#client.reportSignIn({}, options));
  }

  /** One page of all workspaces for the catalog; other callers than its backend are refused. */
  async listCatalogWorkspaces(
    query: ListCatalogWorkspaces['query'] = {},
    options?: RequestOptions,
  ): Promise<CatalogWorkspaceList> {
    return unwrap(this.#client.listCatalogWorkspaces({ query }, options));
  }

  followWorkspace(
    id: string,
    options: RequestOptions & { signal?: AbortSignal } = {},
  ): AsyncGenerator<WorkspaceEvent> {
    return followEvents(this.#options, id, options);
  }
}

async function unwrap<T>(response: Promise<TypedResponse<T>>): Promise<T> {
  const answer = await response;
  if (!answer.ok) {
    throw await ResponseError.fromResponse(answer as unknown as Response);
  }
  return answer.json();
}
