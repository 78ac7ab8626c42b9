import type {
  MemberImpact,
  MemberList,
  MemberRequest,
  PreviewMemberRequest,
  RemoveMemberRequest,
  TransferRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../permissions/Caller';
import type { StoredWorkspace } from '../types';

/**
 * Who belongs to workspaces. Requests are checked already, see `service/request/`. Every method throws a
 * `RequestError` when it refuses; changes answer with the members as they are then.
 */
export interface MembersService {
  list(id: string, caller: Caller): Promise<MemberList>;
  add(id: string, request: MemberRequest, caller: Caller): Promise<MemberList>;
  change(
    id: string,
    request: MemberRequest,
    caller: Caller,
  ): Promise<MemberList>;
  remove(
    id: string,
    request: RemoveMemberRequest,
    caller: Caller,
  ): Promise<MemberList>;
  /** Refuses whatever the change itself would refuse, but for the revision. */
  preview(
    id: string,
    request: PreviewMemberRequest,
    caller: Caller,
  ): Promise<MemberImpact>;
  transfer(
    id: string,
    request: TransferRequest,
    caller: Caller,
  ): Promise<StoredWorkspace>;
}
