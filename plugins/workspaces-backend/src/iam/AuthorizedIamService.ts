import type {
  AccessExplanation,
  ExplainAccessRequest,
  IamCheckList,
  IamProof,
  IamReport,
  IamSync,
  Permission,
  ServiceAccountList,
  SetIamRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../permissions/Caller';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import type { StoredWorkspace, WorkspaceStore } from '../types';
import type { IamService } from './IamService';

/** Lets through only what the caller may do; see {@link WorkspaceAuthorizer}. */
export class AuthorizedIamService implements IamService {
  readonly #service: IamService;
  readonly #authorizer: WorkspaceAuthorizer;
  readonly #store: Pick<WorkspaceStore, 'findById'>;

  constructor(options: {
    service: IamService;
    authorizer: WorkspaceAuthorizer;
    store: Pick<WorkspaceStore, 'findById'>;
  }) {
    this.#service = options.service;
    this.#authorizer = options.authorizer;
    this.#store = options.store;
  }

  async listServiceAccounts(
    id: string,
    caller: Caller,
  ): Promise<ServiceAccountList> {
    await this.#require(id, caller, 'read-members');
    return this.#service.listServiceAccounts(id, caller);
  }

  async getIam(id: string, caller: Caller): Promise<IamReport> {
    await this.#require(id, caller, 'read-iam');
    return this.#service.getIam(id, caller);
  }

  async setIam(
    id: string,
    request: SetIamRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    await this.#require(id, caller, 'manage-iam');
    return this.#service.setIam(id, request, caller);
  }

  async syncIam(id: string, caller: Caller): Promise<IamSync> {
    await this.#require(id, caller, 'sync-iam');
    return this.#service.syncIam(id, caller);
  }

  async prove(id: string, caller: Caller): Promise<IamProof> {
    await this.#require(id, caller, 'read-iam');
    return this.#service.prove(id, caller);
  }

  async check(id: string, caller: Caller): Promise<IamCheckList> {
    await this.#require(id, caller, 'read-iam');
    return this.#service.check(id, caller);
  }

  async explain(
    id: string,
    request: ExplainAccessRequest,
    caller: Caller,
  ): Promise<AccessExplanation> {
    await this.#require(id, caller, 'read-iam');
    return this.#service.explain(id, request, caller);
  }

  async #require(
    id: string,
    caller: Caller,
    permission: Permission,
  ): Promise<void> {
    await this.#authorizer.requireAccess(caller);
    const workspace = await this.#store.findById(id);
    await this.#authorizer.require(caller, workspace, id, permission);
  }
}
