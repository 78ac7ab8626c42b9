import {
  checkWorkspaceId,
  namespaceName,
  type ActivityFilters,
  type ActivityList,
  type AdoptRequest,
  type CreateWorkspaceRequest,
  type DeleteRequest,
  type Health,
  type IdCheck,
  type Options,
  type Plan,
  type PlanRequest,
  type UpdateWorkspaceRequest,
  type Usage,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import { findNewOwner } from '../members/findNewOwner';
import type { GroupDirectory } from '../membership/GroupDirectory';
import type { Caller } from '../permissions/Caller';
import { notFound } from '../permissions/WorkspaceAuthorizer';
import type {
  ActivityQuery,
  Planner,
  Reconciler,
  StoredWorkspace,
  WorkspaceListener,
  WorkspaceStore,
} from '../types';
import { adoptionRecords } from './adoptionRecords';
import { ChangeRecorder } from './ChangeRecorder';
import { describeChanges } from './describeChanges';
import type { OptionsReader } from './OptionsReader';
import type { RequestRules } from './request/RequestRules';
import { toPatch } from './request/toPatch';
import { RequestError } from './RequestError';
import { requireSettled } from './requireSettled';
import type { UsageReader } from './UsageReader';
import type { WorkspaceCreation } from './WorkspaceCreation';
import type {
  WorkspaceListRequest,
  WorkspacePage,
  WorkspacesService,
} from './WorkspacesService';

/** What a {@link DefaultWorkspacesService} works with. */
export interface DefaultWorkspacesServiceOptions {
  readonly store: WorkspaceStore;
  readonly planner: Planner;
  readonly reconciler: Pick<Reconciler, 'kick'>;
  readonly listener: WorkspaceListener;
  readonly rules: RequestRules;
  readonly groups: Pick<GroupDirectory, 'standingOf'>;
  readonly creation: WorkspaceCreation;
  readonly optionsReader: OptionsReader;
  readonly usageReader: UsageReader;
  readonly healthReader: { read(): Promise<Health> };
  /** Forgets who belongs to what, so that a retry sees the catalog as it is. */
  readonly refreshMembership: () => void;
}

/** Does what is asked, whoever asks; `AuthorizedWorkspacesService` decides who may. */
export class DefaultWorkspacesService implements WorkspacesService {
  readonly #options: DefaultWorkspacesServiceOptions;
  readonly #recorder: ChangeRecorder;

  constructor(options: DefaultWorkspacesServiceOptions) {
    this.#options = options;
    this.#recorder = new ChangeRecorder(options);
  }

  async list(
    request: WorkspaceListRequest,
    caller: Caller,
  ): Promise<WorkspacePage> {
    const { store } = this.#options;
    const { scope, visible, ...query } = request;
    const scopes = {
      mine: { visible, mine: [...caller.refs] },
      all: { visible },
      attention: { visible, attention: true },
    };
    const [{ items, totalItems }, mine, all, attention] = await Promise.all([
      store.list({ ...query, ...scopes[scope] }),
      store.count(scopes.mine),
      store.count(scopes.all),
      store.count(scopes.attention),
    ]);
    return { items, totalItems, counts: { mine, all, attention } };
  }

  async get(id: string): Promise<StoredWorkspace> {
    const workspace = await this.#options.store.findById(id);
    if (!workspace) {
      throw notFound(id);
    }
    return workspace;
  }

  async create(
    request: CreateWorkspaceRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    const { creation, listener } = this.#options;
    const { workspace, created } = await creation.create(request, caller);
    if (created) {
      await this.#recorder.addActivity(workspace, caller, 'created', {
        message: `Requested for ${workspace.owner}.`,
      });
      listener.phaseChanged(workspace, undefined);
      this.#options.reconciler.kick();
    }
    return workspace;
  }

  async planCreation(
    request: CreateWorkspaceRequest,
    caller: Caller,
  ): Promise<Plan> {
    return this.#options.creation.plan(request, caller);
  }

  async update(
    id: string,
    { revision, changes }: UpdateWorkspaceRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    const before = await this.#getSettled(id);
    const after = await this.#options.store.update(
      before.uid,
      revision,
      toPatch(changes),
    );
    const description = after && describeChanges(before, after);
    return this.#recorder.changed(before, after, caller, 'updated', {
      message: description?.message ?? '',
      details: description?.details,
    });
  }

  async retry(id: string, caller: Caller): Promise<StoredWorkspace> {
    const { store, refreshMembership } = this.#options;
    const before = await this.get(id);
    refreshMembership();
    await store.makeDue(before.uid, { resetAttempts: true });
    return this.#recorder.changed(
      before,
      await store.findByUid(before.uid),
      caller,
      'retry',
      { message: 'Started again.' },
    );
  }

  async adopt(
    id: string,
    { revision, namespaces }: AdoptRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    const { planner, store } = this.#options;
    const before = await this.#getSettled(id);
    const plan = await planner.planAdoption(before);
    const records = adoptionRecords(plan, namespaces);
    const after = await store.adopt(before.uid, revision, records);
    const names = namespaces.map(({ name }) => name).join(', ');
    return this.#recorder.changed(before, after, caller, 'adopted', {
      message: `Took over ${names}.`,
      details: { namespaces },
    });
  }

  async delete(
    id: string,
    { revision }: DeleteRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    const before = await this.get(id);
    if (before.deletionRequestedAt) {
      return before;
    }
    if (before.protected) {
      throw new RequestError(
        'WorkspaceProtected',
        `The workspace "${id}" is protected from deletion.`,
      );
    }
    const after = await this.#options.store.requestDeletion(
      before.uid,
      revision,
      caller.userRef,
    );
    return this.#recorder.changed(before, after, caller, 'delete-requested', {
      message: 'Asked for deletion.',
    });
  }

  async plan(id: string, request: PlanRequest): Promise<Plan> {
    const { groups, planner } = this.#options;
    const workspace = await this.get(id);
    switch (request.kind) {
      case 'change':
        return planner.planChange(workspace, toPatch(request.changes ?? {}));
      case 'adopt':
        return planner.planAdoption(workspace);
      case 'delete':
        return planner.planDeletion(workspace);
      case 'transfer':
        return planner.planTransfer(
          workspace,
          await findNewOwner(groups, workspace, request.owner ?? ''),
        );
      default:
        return planner.planRepair(workspace);
    }
  }

  async listActivity(id: string, query: ActivityQuery): Promise<ActivityList> {
    const { uid } = await this.get(id);
    return this.#options.store.listActivity(uid, query);
  }

  async getActivityFilters(id: string): Promise<ActivityFilters> {
    const { uid } = await this.get(id);
    return this.#options.store.activityFilters(uid);
  }

  async getUsage(id: string): Promise<Usage> {
    return this.#options.usageReader.read(await this.get(id));
  }

  async checkId(id: string): Promise<IdCheck> {
    const { rules, store } = this.#options;
    const problems = checkWorkspaceId(id, rules.id);
    if (problems.length === 0 && (await store.findById(id))) {
      const message = `The id "${id}" is taken.`;
      problems.push({ field: 'id', rule: 'taken', message });
    }
    return {
      id,
      available: problems.length === 0,
      problems,
      namespaces: rules.id.suffixes.map(suffix => namespaceName(id, suffix)),
    };
  }

  async getOptions(caller: Caller): Promise<Options> {
    return this.#options.optionsReader.read(caller);
  }

  async getHealth(): Promise<Health> {
    return this.#options.healthReader.read();
  }

  async #getSettled(id: string): Promise<StoredWorkspace> {
    return requireSettled(await this.#options.store.findById(id), id);
  }
}
