import {
  StepFailedError,
  type ObjectRecord,
  type PlannedChange,
  type StepContext,
  type StepPlan,
  type Workspace,
  type WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClients, RoleClient } from '../client';
import type { AwsClusterConfig } from '../config';
import type { AccountFacts } from './AccountFacts';
import { applyRole } from './applyRole';
import { roleIdentity } from './DesiredRole';
import type { FullReads } from './FullReads';
import { planRoleRemoval } from './planRoleRemoval';
import { removeRole } from './removeRole';
import {
  isRecorded,
  ROLE_KIND,
  toDeletion,
  toUpsertChange,
} from './roleChanges';
import { modeUnavailable } from './roleProblems';
import type { RolePlanner } from './RolePlanner';
import type { RoleWrite } from './RoleWrite';
import { Propagation } from './Propagation';
import { sleep, type Sleep } from './settleRole';
import { toStepFailure, toStepProblem } from './stepFailures';

/** What the step works with. */
export interface AwsRoleStepOptions {
  readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly accounts: Pick<AwsClients, 'roles'>;
  readonly planner: RolePlanner;
  readonly facts: AccountFacts;
  readonly fullReads: FullReads;
  /** Takes away what of ours gives the role to pods, before the role of a workspace that is to have none goes. */
  readonly release: (context: StepContext) => Promise<void>;
  readonly sleep?: Sleep;
}

const NOTHING: StepPlan = { changes: [], problems: [], total: 0 };

/**
 * The IAM role of workspaces in mode `managed`; those in other modes have none of ours.
 *
 * A role is ours when its tags name this workspace by its uid, and never by its name. It is made with its permissions
 * boundary in the same request, and what each later request changes was proved before to keep workspaces apart. A tag
 * holds a fingerprint of everything we wrote. It is there from the creation on and counts once the role is recorded,
 * which is after its policy was written; when something changes, the tag is written last. While it is the right one,
 * one read of the role tells whether anything is to do. What others put on the role stays, and counts in the proof.
 */
export class AwsRoleStep implements WorkspaceStep {
  readonly id = 'aws-role';
  readonly title = 'AWS role';
  /** A role that trusts a namespace of somebody else would give the data of the workspace away. */
  readonly dependsOn = ['namespaces'];
  readonly essential = false;
  readonly #options: AwsRoleStepOptions;
  readonly #sleep: Sleep;
  readonly #propagation = new Propagation();
  /** What the changes of plans do. */
  readonly #writes = new WeakMap<PlannedChange, RoleWrite>();

  constructor(options: AwsRoleStepOptions) {
    this.#options = options;
    this.#sleep = options.sleep ?? sleep;
  }

  /** Once an hour for a managed role, spread over the hour; never for other workspaces. */
  comparisonKey(workspace: Workspace): string {
    const config = this.#configOf(workspace);
    return config && isManaged(workspace)
      ? this.#options.fullReads.periodOf(
          workspace.uid,
          roleIdentity(config, workspace).name,
        )
      : '';
  }

  async plan(context: StepContext): Promise<StepPlan> {
    const { workspace } = context;
    const config = this.#configOf(workspace);
    try {
      if (!isManaged(workspace)) {
        return this.#planObsolete(context, config, undefined);
      }
      if (!config?.modes.includes('managed')) {
        return { ...NOTHING, problems: [modeUnavailable(workspace.cluster)] };
      }
      return await this.#planManaged(context, config);
    } catch (error) {
      return { ...NOTHING, problems: [toStepProblem(error)] };
    }
  }

  async apply(context: StepContext, plan: StepPlan): Promise<void> {
    const config = this.#configOf(context.workspace);
    if (!config) {
      throw new StepFailedError(modeUnavailable(context.workspace.cluster));
    }
    const client = this.#options.accounts.roles(config);
    await toStepFailure(async () => {
      await this.#options.facts.assertAccount(client);
      for (const change of plan.changes) {
        await this.#make(context, client, change);
      }
    });
    context.progress(plan.total, plan.total);
  }

  async planRemoval(context: StepContext): Promise<StepPlan> {
    const config = this.#configOf(context.workspace);
    try {
      return await planRoleRemoval({
        step: this.id,
        context,
        config,
        client: config && this.#options.accounts.roles(config),
        recorded: this.#recorded(context),
      });
    } catch (error) {
      return { ...NOTHING, problems: [toStepProblem(error)] };
    }
  }

  async remove(context: StepContext, plan: StepPlan): Promise<void> {
    const config = this.#configOf(context.workspace);
    if (config) {
      const client = this.#options.accounts.roles(config);
      await toStepFailure(async () => {
        for (const { object } of plan.changes) {
          await removeRole(client, context, object.name);
        }
      });
    }
    const recorded = this.#recorded(context);
    if (recorded.length > 0) {
      await context.records.remove(recorded);
    }
  }

  async #planManaged(
    context: StepContext,
    config: AwsClusterConfig,
  ): Promise<StepPlan> {
    const client = this.#options.accounts.roles(config);
    const { upsert, live, problems } = await this.#options.planner.plan(
      client,
      config,
      context,
    );
    if (problems.length > 0) {
      return { changes: [], problems, total: 1 };
    }
    const { name } = roleIdentity(config, context.workspace);
    const changes: PlannedChange[] = [];
    if (upsert) {
      const change = toUpsertChange(this.id, upsert, live);
      this.#writes.set(change, upsert);
      changes.push(change);
    } else if (live && !isRecorded(context.records, live)) {
      // An earlier pass was cut after it made the role and before it recorded it.
      changes.push(toUpsertChange(this.id, { name, fields: [] }, live));
    }
    const obsolete = await this.#planObsolete(context, config, name);
    return {
      changes: [...changes, ...obsolete.changes],
      problems: obsolete.problems,
      total: 1,
    };
  }

  /** Roles that we made and that are no longer wanted: the mode changed, or the pattern of names. */
  async #planObsolete(
    context: StepContext,
    config: AwsClusterConfig | undefined,
    wanted: string | undefined,
  ): Promise<StepPlan> {
    const obsolete = this.#recorded(context).filter(
      ({ name }) => name !== wanted,
    );
    if (!config || obsolete.length === 0) {
      return NOTHING;
    }
    const changes = obsolete.map(record => {
      const change = toDeletion(this.id, record);
      this.#writes.set(change, { type: 'delete', name: record.name });
      return change;
    });
    return { changes, problems: [], total: changes.length };
  }

  async #make(
    context: StepContext,
    client: RoleClient,
    change: PlannedChange,
  ): Promise<void> {
    const write = this.#writes.get(change);
    const { name, uid = '' } = change.object;
    if (write?.type === 'delete') {
      if (!isManaged(context.workspace)) {
        await this.#options.release(context);
      }
      await removeRole(client, context, name);
      await context.records.remove([{ ...ROLE_KIND, name }]);
      return;
    }
    const writer = {
      client,
      context,
      sleep: this.#sleep,
      propagation: this.#propagation,
    };
    const id = write ? (await applyRole(writer, write)) ?? uid : uid;
    if (!isRecorded(context.records, { name, id })) {
      await context.records.put([
        { ...ROLE_KIND, name, uid: id, step: this.id, adopted: false },
      ]);
    }
  }

  #configOf({ cluster }: Pick<Workspace, 'cluster'>) {
    return this.#options.clusters.get(cluster);
  }

  #recorded({ records }: Pick<StepContext, 'records'>): ObjectRecord[] {
    return records.list().filter(({ step }) => step === this.id);
  }
}

function isManaged({ iam, isDefault }: Workspace): boolean {
  return iam.mode === 'managed' && !isDefault;
}
