import { isError } from '@backstage/errors';
import type { TransferRequest } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { GroupDirectory } from '../membership/GroupDirectory';
import type { Caller } from '../permissions/Caller';
import type { ChangeRecorder } from '../service/ChangeRecorder';
import { RequestError, type RequestErrorCode } from '../service/RequestError';
import type { StoredWorkspace, WorkspaceStore } from '../types';
import { findNewOwner } from './findNewOwner';

/** What {@link OwnershipTransfer} works with. */
export interface OwnershipTransferOptions {
  readonly store: Pick<WorkspaceStore, 'transfer'>;
  readonly groups: GroupDirectory;
  readonly recorder: ChangeRecorder;
  readonly workspacesPerGroup: number;
}

/** Gives workspaces to other Groups. */
export class OwnershipTransfer {
  readonly #options: OwnershipTransferOptions;

  constructor(options: OwnershipTransferOptions) {
    this.#options = options;
  }

  /** Throws a `RequestError` when the Group cannot have the workspace. */
  async transfer(
    workspace: StoredWorkspace,
    request: TransferRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    const { groups } = this.#options;
    const owner = await findNewOwner(groups, workspace, request.owner);
    const after = await this.#store(workspace, request.revision, owner);
    const replaced = workspace.members.find(({ subject }) => subject === owner);
    return this.#options.recorder.changed(
      workspace,
      after,
      caller,
      'transferred',
      {
        message: `Gave the workspace from ${workspace.owner} to ${owner}.`,
        details: {
          before: workspace.owner ?? null,
          after: owner,
          ...(replaced && { roleBefore: replaced.role }),
        },
      },
    );
  }

  async #store(workspace: StoredWorkspace, revision: number, owner: string) {
    const { store, workspacesPerGroup: limit } = this.#options;
    try {
      return await store.transfer(workspace.uid, revision, { owner, limit });
    } catch (error) {
      const code: RequestErrorCode = 'GroupLimitReached';
      if (isError(error) && error.code === code) {
        throw new RequestError(code, error.message);
      }
      throw error;
    }
  }
}
