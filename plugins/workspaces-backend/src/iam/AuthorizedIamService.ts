import type {
  AccessExplanation,
  CheckIamRequest,
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

  async check(
    id: string,
    request: CheckIamRequest,
    caller: Caller,
  ): Promise<IamCheckList> {
    await this.#requireSession(id, request, caller);
    return this.#service.check(id, request, caller);
  }

  async explain(
    id: string,
    request: ExplainAccessRequest,
    caller: Caller,
  ): Promise<AccessExplanation> {
    await this.#requireSession(id, request, caller);
    return this.#service.explain(id, request, caller);
  }

  /** Whose sessions there are is known to those who may read members. */
  async #requireSession(
    id: string,
    { serviceAccount }: CheckIamRequest,
    caller: Caller,
  ): Promise<void> {
    await this.#gate.require(id, caller, 'read-iam');
    if (serviceAccount !== undefined) {
      await this.#gate.require(id, caller, 'read-members');
    }
  }
}
