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
import type { StoredWorkspace } from '../types';

/** What can be done with ServiceAccounts and AWS roles. Every method throws a `RequestError` when it refuses. */
export interface IamService {
  listServiceAccounts(id: string, caller: Caller): Promise<ServiceAccountList>;
  getIam(id: string, caller: Caller): Promise<IamReport>;
  setIam(
    id: string,
    request: SetIamRequest,
    caller: Caller,
  ): Promise<StoredWorkspace>;
  /** Writes the role to every ServiceAccount, and makes missing ones. */
  syncIam(id: string, caller: Caller): Promise<IamSync>;
  prove(id: string, caller: Caller): Promise<IamProof>;
  check(
    id: string,
    request: CheckIamRequest,
    caller: Caller,
  ): Promise<IamCheckList>;
  explain(
    id: string,
    request: ExplainAccessRequest,
    caller: Caller,
  ): Promise<AccessExplanation>;
}
