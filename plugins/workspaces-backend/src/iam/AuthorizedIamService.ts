import type {
  AccessExplanation,
  ExplainAccessRequest,
  IamCheckList,
  IamProof,
  IamReport,
  IamSync,
  ServiceAccountList,
  SetIamRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../permissions/Caller';
import {
  WorkspaceGate,
  type WorkspaceGateOptions,
} from '../permissions/WorkspaceGate';
import type { StoredWorkspace } from '../types';
import type { IamService } from './IamService';

/** Lets through only what the caller may do; see {@link WorkspaceGate}. */
export class AuthorizedIamService implements IamService {
  readonly #service: IamService;
  readonly #gate: WorkspaceGate;

  constructor(options: WorkspaceGateOptions & { service: IamService }) {
    this.#service = options.service;
    this.#gate = new WorkspaceGate(options);
  }

  async listServiceAccounts(
    id: string,
    caller: Caller,
  ): Promise<ServiceAccountList> {
    await this.#gate.require(id, caller, 'read-members');
    return this.#service.listServiceAccounts(id, caller);
  }

  async getIam(id: string, caller: Caller): Promise<IamReport> {
    await this.#gate.require(id, caller, 'read-iam');
    return this.#service.getIam(id, caller);
  }

  async setIam(
    id: string,
    request: SetIamRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    await this.#gate.require(id, caller, 'manage-iam');
    return this.#service.setIam(id, request, caller);
  }

  async syncIam(id: string, caller: Caller): Promise<IamSync> {
    await this.#gate.require(id, caller, 'sync-iam');
    return this.#service.syncIam(id, caller);
  }

  async prove(id: string, caller: Caller): Promise<IamProof> {
    await this.#gate.require(id, caller, 'read-iam');
    return this.#service.prove(id, caller);
  }

  async check(id: string, caller: Caller): Promise<IamCheckList> {
    await this.#gate.require(id, caller, 'read-iam');
    return this.#service.check(id, caller);
  }

  async explain(
    id: string,
    request: ExplainAccessRequest,
    caller: Caller,
  ): Promise<AccessExplanation> {
    await this.#gate.require(id, caller, 'read-iam');
    return this.#service.explain(id, request, caller);
  }
}
