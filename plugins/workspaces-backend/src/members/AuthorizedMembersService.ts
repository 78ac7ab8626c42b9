import {
  DEFAULT_WORKSPACE_ID,
  type MemberImpact,
  type MemberList,
  type MemberRequest,
  type PreviewMemberRequest,
  type RemoveMemberRequest,
  type TransferRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../permissions/Caller';
import {
  WorkspaceGate,
  type WorkspaceGateOptions,
} from '../permissions/WorkspaceGate';
import type { StoredWorkspace } from '../types';
import type { MembersService } from './MembersService';

/** Lets through only what the caller may do; see {@link WorkspaceGate}. */
export class AuthorizedMembersService implements MembersService {
  readonly #service: MembersService;
  readonly #gate: WorkspaceGate;

  constructor(options: WorkspaceGateOptions & { service: MembersService }) {
    this.#service = options.service;
    this.#gate = new WorkspaceGate(options);
  }

  /** Of the default workspace everybody may know that it has no members. */
  async list(id: string, caller: Caller): Promise<MemberList> {
    await this.#gate.require(
      id,
      caller,
      id === DEFAULT_WORKSPACE_ID ? 'read' : 'read-members',
    );
    return this.#service.list(id, caller);
  }

  async add(
    id: string,
    request: MemberRequest,
    caller: Caller,
  ): Promise<MemberList> {
    await this.#gate.require(id, caller, 'manage-members');
    return this.#service.add(id, request, caller);
  }

  async change(
    id: string,
    request: MemberRequest,
    caller: Caller,
  ): Promise<MemberList> {
    await this.#gate.require(id, caller, 'manage-members');
    return this.#service.change(id, request, caller);
  }

  async remove(
    id: string,
    request: RemoveMemberRequest,
    caller: Caller,
  ): Promise<MemberList> {
    await this.#gate.require(id, caller, 'manage-members');
    return this.#service.remove(id, request, caller);
  }

  async preview(
    id: string,
    request: PreviewMemberRequest,
    caller: Caller,
  ): Promise<MemberImpact> {
    await this.#gate.require(id, caller, 'manage-members');
    return this.#service.preview(id, request, caller);
  }

  async transfer(
    id: string,
    request: TransferRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    await this.#gate.require(id, caller, 'transfer');
    return this.#service.transfer(id, request, caller);
  }
}
