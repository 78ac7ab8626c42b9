import type {
  MemberImpact,
  MemberList,
  MemberRequest,
  PreviewMemberRequest,
  RemoveMemberRequest,
  TransferRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Caller } from '../permissions/Caller';
import { notFound } from '../permissions/WorkspaceAuthorizer';
import type { ChangeRecorder } from '../service/ChangeRecorder';
import { requireSettled, staleRevision } from '../service/requireSettled';
import type { Planner, StoredWorkspace, WorkspaceStore } from '../types';
import { describeMemberChange } from './describeMemberChange';
import type {
  CheckedChange,
  MemberChangeCheck,
  WantedChange,
} from './MemberChangeCheck';
import type { MemberExpansion } from './MemberExpansion';
import { memberImpact } from './memberImpact';
import type { MemberPresenter } from './MemberPresenter';
import type { MembersService } from './MembersService';
import type { OwnershipTransfer } from './OwnershipTransfer';
import type { PeopleStatusReader } from './PeopleStatusReader';

/** What a {@link DefaultMembersService} works with. */
export interface DefaultMembersServiceOptions {
  readonly store: Pick<
    WorkspaceStore,
    'findById' | 'setMember' | 'removeMember'
  >;
  readonly check: MemberChangeCheck;
  readonly expansion: MemberExpansion;
  readonly presenter: MemberPresenter;
  readonly people: PeopleStatusReader;
  readonly planner: Pick<Planner, 'planMembers'>;
  readonly recorder: ChangeRecorder;
  readonly ownership: OwnershipTransfer;
}

/** Does what is asked, whoever asks; `AuthorizedMembersService` decides who may. */
export class DefaultMembersService implements MembersService {
  readonly #options: DefaultMembersServiceOptions;

  constructor(options: DefaultMembersServiceOptions) {
    this.#options = options;
  }

  async list(id: string, caller: Caller): Promise<MemberList> {
    const workspace = await this.#options.store.findById(id);
    if (!workspace) {
      throw notFound(id);
    }
    return this.#present(workspace, caller);
  }

  async add(
    id: string,
    request: MemberRequest,
    caller: Caller,
  ): Promise<MemberList> {
    return this.#make(id, { ...request, kind: 'add' }, caller);
  }

  async change(
    id: string,
    request: MemberRequest,
    caller: Caller,
  ): Promise<MemberList> {
    return this.#make(id, { ...request, kind: 'change' }, caller);
  }

  async remove(
    id: string,
    request: RemoveMemberRequest,
    caller: Caller,
  ): Promise<MemberList> {
    return this.#make(id, { ...request, kind: 'remove' }, caller);
  }

  async preview(
    id: string,
    request: PreviewMemberRequest,
    caller: Caller,
  ): Promise<MemberImpact> {
    const { store, check, expansion, people, planner } = this.#options;
    const workspace = requireSettled(await store.findById(id), id);
    const kind = request.role ? 'set' : 'remove';
    const change = await check.check(workspace, { ...request, kind }, caller);
    const wanted = wantedMembers(change);
    const after = await expansion.expand({ ...workspace, members: wanted });
    const refs = change.members.flatMap(member =>
      member.people.map(({ ref }) => ref),
    );
    const [status, plan] = await Promise.all([
      people.statusOf(workspace, [...new Set(refs)]),
      planner.planMembers(workspace, wanted),
    ]);
    const { subject, members: before } = change;
    return {
      people: memberImpact({ workspace, subject, before, after, status }),
      plan,
    };
  }

  async transfer(
    id: string,
    request: TransferRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    const workspace = await this.#getAt(id, request.revision);
    return this.#options.ownership.transfer(workspace, request, caller);
  }

  async #make(
    id: string,
    { revision, ...wanted }: WantedChange & { readonly revision: number },
    caller: Caller,
  ): Promise<MemberList> {
    const { check, recorder } = this.#options;
    const workspace = await this.#getAt(id, revision);
    const change = await check.check(workspace, wanted, caller);
    if (change.before === change.after) {
      return this.#present(workspace, caller);
    }
    const { action, ...activity } = describeMemberChange(change);
    const after = await recorder.changed(
      workspace,
      await this.#store(change, caller),
      caller,
      action,
      activity,
    );
    return this.#present(after, caller);
  }

  async #store(
    { workspace: { uid, revision }, subject, after: role }: CheckedChange,
    { userRef: actor }: Caller,
  ): Promise<StoredWorkspace | undefined> {
    const { store } = this.#options;
    return role
      ? store.setMember(uid, revision, { subject, role, actor })
      : store.removeMember(uid, revision, subject);
  }

  /** The workspace as the caller saw it: rules are checked on what the change is made on. */
  async #getAt(id: string, revision: number): Promise<StoredWorkspace> {
    const found = await this.#options.store.findById(id);
    const workspace = requireSettled(found, id);
    if (workspace.revision !== revision) {
      throw staleRevision(workspace);
    }
    return workspace;
  }

  async #present(
    workspace: StoredWorkspace,
    caller: Caller,
  ): Promise<MemberList> {
    const { expansion, presenter } = this.#options;
    const members = await expansion.expand(workspace);
    return presenter.present(workspace, members, caller);
  }
}

/** The rows of the workspace after a change. */
function wantedMembers({ workspace, subject, after }: CheckedChange) {
  const others = workspace.members.filter(member => member.subject !== subject);
  return after ? [...others, { subject, role: after }] : others;
}
