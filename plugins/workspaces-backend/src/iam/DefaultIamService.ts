import type {
  AccessExplanation,
  CheckIamRequest,
  ExplainAccessRequest,
  IamCheckList,
  IamProof,
  IamReport,
  IamSettings,
  IamSync,
  ServiceAccountList,
  SetIamRequest,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { IamProvider } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { ServiceAccountReader } from '../people/ServiceAccountReader';
import type { ServiceAccountWriter } from '../people/ServiceAccountWriter';
import type { Caller } from '../permissions/Caller';
import { notFound } from '../permissions/WorkspaceAuthorizer';
import type { ChangeRecorder } from '../service/ChangeRecorder';
import { RequestError } from '../service/RequestError';
import { requireSettled } from '../service/requireSettled';
import type { IamStore, StoredWorkspace, WorkspaceStore } from '../types';
import type { IamService } from './IamService';
import { refusalOf, writeRefusal } from './refusals';
import type { SessionIdentities } from './SessionIdentities';

/** What a {@link DefaultIamService} works with. */
export interface DefaultIamServiceOptions {
  readonly store: Pick<WorkspaceStore, 'findById'>;
  readonly iamStore: IamStore;
  readonly provider: IamProvider;
  readonly reader: ServiceAccountReader;
  readonly writer: Pick<ServiceAccountWriter, 'writeAll'>;
  readonly identities: SessionIdentities;
  readonly recorder: ChangeRecorder;
}

/** Does what is asked, whoever asks; `AuthorizedIamService` decides who may. */
export class DefaultIamService implements IamService {
  readonly #options: DefaultIamServiceOptions;

  constructor(options: DefaultIamServiceOptions) {
    this.#options = options;
  }

  async listServiceAccounts(id: string): Promise<ServiceAccountList> {
    return this.#options.reader.read(await this.#get(id));
  }

  async getIam(id: string): Promise<IamReport> {
    const workspace = await this.#get(id);
    const report = await this.#options.provider.report(workspace);
    const { iam: settings, lastIamSync: lastSync } = workspace;
    return { ...report, settings, ...(lastSync && { lastSync }) };
  }

  async setIam(
    id: string,
    { revision, mode, roleArn }: SetIamRequest,
    caller: Caller,
  ): Promise<StoredWorkspace> {
    const { store, iamStore, provider, recorder } = this.#options;
    const before = requireSettled(await store.findById(id), id);
    const resolved = await provider.resolve(before, {
      mode,
      ...(roleArn !== undefined && { roleArn }),
    });
    if (resolved.problem) {
      throw refusalOf(resolved.problem);
    }
    const { settings } = resolved;
    const after = await iamStore.setIam(before.uid, revision, settings);
    if (after === 'role-taken') {
      throw new RequestError(
        'RoleArnTaken',
        `Another workspace has the role ${settings.roleArn} already.`,
      );
    }
    return recorder.changed(
      before,
      after,
      caller,
      settings.mode === 'none' ? 'iam-cleared' : 'iam-set',
      {
        message: describeSettings(settings),
        details: { before: before.iam, after: settings },
      },
    );
  }

  async syncIam(id: string, caller: Caller): Promise<IamSync> {
    const { store, iamStore, writer, recorder } = this.#options;
    const workspace = requireSettled(await store.findById(id), id);
    const { total, updated, failures } = await writer
      .writeAll(workspace)
      .catch(writeRefusal);
    const failed = Math.min(failures.length, total);
    const sync: IamSync = {
      at: new Date().toISOString(),
      by: caller.userRef,
      total,
      updated,
      unchanged: total - updated - failed,
      failed,
      failures: [...failures],
    };
    await iamStore.saveIamSync(workspace.uid, sync);
    await recorder.addActivity(workspace, caller, 'iam-synced', {
      message: `Wrote the role to ${total} ServiceAccounts: ${updated} updated, ${sync.unchanged} unchanged, ${failed} failed.`,
    });
    return sync;
  }

  async prove(id: string): Promise<IamProof> {
    return this.#options.provider.prove(await this.#get(id));
  }

  async check(
    id: string,
    request: CheckIamRequest,
    caller: Caller,
  ): Promise<IamCheckList> {
    const { identities, provider } = this.#options;
    const workspace = await this.#get(id);
    const identity = await identities.ofMember(
      workspace,
      request,
      caller.userRef,
    );
    return { items: await provider.check(workspace, identity) };
  }

  async explain(
    id: string,
    request: ExplainAccessRequest,
    caller: Caller,
  ): Promise<AccessExplanation> {
    const { identities, provider } = this.#options;
    const workspace = await this.#get(id);
    return provider.explain(
      workspace,
      request,
      await identities.asked(workspace, request, caller.userRef),
    );
  }

  async #get(id: string): Promise<StoredWorkspace> {
    const workspace = await this.#options.store.findById(id);
    if (!workspace) {
      throw notFound(id);
    }
    return workspace;
  }
}

function describeSettings({ mode, roleArn }: IamSettings): string {
  if (mode === 'none') {
    return 'Took the role away.';
  }
  return mode === 'managed'
    ? 'Has the role managed by the portal.'
    : `Set the role ${roleArn}.`;
}
