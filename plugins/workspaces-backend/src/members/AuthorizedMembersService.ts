import type {
  MemberImpact,
  MemberList,
  MemberRequest,
  Permission,
  PreviewMemberRequest,
  RemoveMemberRequest,
  TransferRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../permissions/Caller';
import type { WorkspaceAuthorizer } from '../permissions/WorkspaceAuthorizer';
import type { StoredWorkspace, WorkspaceStore } from '../types';
import type { MembersService } from './MembersService';

/** Lets through only what the caller may do; see {@link WorkspaceAuthorizer}. */
export class AuthorizedMembersService implements MembersService {
  readonly #service: MembersService;
  readonly #authorizer: WorkspaceAuthorizer;
  readonly #store: Pick<WorkspaceStore, 'findById'>;

  constructor(options: {
    service: MembersService;
    authorizer: WorkspaceAuthorizer;
    store: Pick<WorkspaceStore, 'findById'>;
  }) {
    this.#service = options.service;
    this.#authorizer = options.authorizer;
    this.#store = options.store;
  }

  async list(id: string, caller: Caller): Promise<MemberList> {
    await this.#require(id, caller, 'read-members');
    return this.#service.list(id, caller);
  }

  async add(
    id: string,
    request: MemberRequest,
    caller: Caller,
  ): Promise<MemberList> {
    await this.#require(id, caller, 'manage-members');
    return this.#service.add(id, request, caller);
  }

  async change(
    id: string,
    request: MemberRequest,
    caller: Caller,
  ): Promise<MemberList> {
    await this.#require(id, caller, 'manage-members');
    return this.#service.change(id, request, caller);
  }

  async remove(
    id: string,
    request: RemoveMemberRequest,
    caller: Caller,
  ): Promise<MemberList> {
    await this.#require(id, caller, 'manage-members');
    return this.#service.remove(id, request, caller);
  }

  async preview(
    id: string,
    request: PreviewMemberRequest,
    caller: Caller,
  ): Promise<MemberImpact> {
    await this.#require(id, caller, 'manage-members');
    return this.#service.preview(id, request, caller);
  }

  async transfer(
    id: string,
    request: TransferRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    await this.#require(id, caller, 'transfer');
    return this.#service.transfer(id, request, caller);
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
