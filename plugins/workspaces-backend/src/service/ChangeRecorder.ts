import type { Caller } from '../permissions/Caller';
import { notFound } from '../permissions/WorkspaceAuthorizer';
import type {
  Reconciler,
  StoredWorkspace,
  WorkspaceListener,
  WorkspaceStore,
} from '../types';
import { staleRevision } from './requireSettled';

/** What a {@link ChangeRecorder} works with. */
export interface ChangeRecorderOptions {
  readonly store: Pick<WorkspaceStore, 'addActivity' | 'findByUid'>;
  readonly listener: WorkspaceListener;
  readonly reconciler: Pick<Reconciler, 'kick'>;
}

/** What people read of a change. */
export interface ChangeActivity {
  readonly message: string;
  readonly details?: unknown;
}

/** Follows up changes of workspaces by people. */
export class ChangeRecorder {
  readonly #options: ChangeRecorderOptions;

  constructor(options: ChangeRecorderOptions) {
    this.#options = options;
  }

  /** Tells everybody about a stored change, and has it worked on. Without one, the revision was stale. */
  async changed(
    before: StoredWorkspace,
    after: StoredWorkspace | undefined,
    caller: Pick<Caller, 'userRef'>,
    action: string,
    activity: ChangeActivity,
  ): Promise<StoredWorkspace> {
    const { listener, reconciler, store } = this.#options;
    if (!after) {
      const current = await store.findByUid(before.uid);
      throw current ? staleRevision(current) : notFound(before.id);
    }
    await this.addActivity(after, caller, action, activity);
    listener.workspaceChanged(after);
    if (after.phase !== before.phase) {
      listener.phaseChanged(after, before.phase);
    }
    reconciler.kick();
    return after;
  }

  async addActivity(
    workspace: Pick<StoredWorkspace, 'uid'>,
    caller: Pick<Caller, 'userRef'>,
    action: string,
    activity: ChangeActivity,
  ): Promise<void> {
    await this.#options.store.addActivity(workspace.uid, {
      actor: caller.userRef,
      action,
      result: 'info',
      ...activity,
    });
  }
}
