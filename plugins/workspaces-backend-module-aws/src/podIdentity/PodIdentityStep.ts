import {
  StepFailedError,
  type ObjectRecord,
  type StepContext,
  type StepPlan,
  type Workspace,
  type WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { AwsClients } from '../client';
import type { AwsClusterConfig } from '../config';
import type { AccountFacts, FullReads } from '../role';
import { modeUnavailable } from '../role/roleProblems';
import { sleep, type Sleep } from '../role/settleRole';
import { toStepFailure, toStepProblem } from '../role/stepFailures';
import {
  announceCreations,
  applyAssociation,
  deleteAssociation,
  type AssociationWriter,
} from './applyAssociation';
import { AssociationPlanner } from './AssociationPlanner';
import { associationIdentity, POD_IDENTITY_STEP } from './associationRecords';
import {
  renderAssociations,
  type DesiredAssociation,
} from './DesiredAssociation';
import { planAssociationRemoval } from './planAssociationRemoval';

/** What the step works with. */
export interface PodIdentityStepOptions {
  readonly clusters: ReadonlyMap<string, AwsClusterConfig>;
  readonly accounts: AwsClients;
  readonly facts: AccountFacts;
  readonly fullReads: FullReads;
  readonly sleep?: Sleep;
}

const NOTHING: StepPlan = { changes: [], problems: [], total: 0 };

/** Under which comparisons of whole clusters know that the associations of a workspace are to be looked at. */
export function comparisonNameOf({ uid }: Pick<Workspace, 'uid'>): string {
  return `${POD_IDENTITY_STEP} ${uid}`;
}

/**
 * The EKS Pod Identity associations of workspaces in mode `managed`: one for the shared ServiceAccount of each
 * namespace, with the role of the workspace.
 *
 * An association is ours when its tags name this workspace by its uid. EKS has one at most for a ServiceAccount, so
 * that one of somebody else stands in our way, is named, and stays. A creation is announced in our records with its
 * token first, so that none is made twice or forgotten when its answer gets lost.
 */
export class PodIdentityStep implements WorkspaceStep {
  readonly id = POD_IDENTITY_STEP;
  readonly title = 'Pod Identity';
  /** A role is proved and made before pods can have it, and goes after they cannot. */
  readonly dependsOn = ['aws-role'];
  readonly essential = false;
  readonly #options: PodIdentityStepOptions;
  readonly #planner = new AssociationPlanner();

  constructor(options: PodIdentityStepOptions) {
    this.#options = options;
  }

  /** Once an hour where there are associations, spread over the hour; never for other workspaces. */
  comparisonKey(workspace: Workspace): string {
    return this.#wanted(workspace).length > 0
      ? this.#options.fullReads.periodOf(
          workspace.uid,
          comparisonNameOf(workspace),
        )
      : '';
  }

  async plan(context: StepContext): Promise<StepPlan> {
    const { workspace } = context;
    const config = this.#configOf(workspace);
    try {
      const wanted = this.#wanted(workspace);
      const names = new Set(wanted.map(one => associationIdentity(one).name));
      const obsolete = this.#recorded(context).filter(
        ({ name }) => !names.has(name),
      );
      if (!config || wanted.length + obsolete.length === 0) {
        return NOTHING;
      }
      const client = this.#options.accounts.associations(config);
      const plan = await this.#planner.plan(client, context, {
        wanted,
        obsolete,
      });
      if (plan.changes.length === 0) {
        this.#options.fullReads.done(comparisonNameOf(workspace));
      }
      return plan;
    } catch (error) {
      return { ...NOTHING, problems: [toStepProblem(error)] };
    }
  }

  async apply(context: StepContext, plan: StepPlan): Promise<void> {
    const writer = this.#writer(context);
    const writes = plan.changes.map(change => ({
      change,
      write: this.#planner.writeOf(change),
    }));
    let done = plan.total - writes.length;
    await toStepFailure(async () => {
      await this.#assertAccount(context);
      await announceCreations(
        writer,
        writes.map(({ write }) => write),
      );
      for (const { change, write } of writes) {
        if (write.type === 'delete') {
          if (write.id !== undefined) {
            await deleteAssociation(writer, { ...write, id: write.id });
          }
          await context.records.remove([change.object]);
        } else {
          await applyAssociation(writer, write);
        }
        done += 1;
        context.progress(Math.max(0, done), plan.total);
      }
    });
  }

  async planRemoval(context: StepContext): Promise<StepPlan> {
    const config = this.#configOf(context.workspace);
    try {
      return await planAssociationRemoval({
        planner: this.#planner,
        context,
        client: config && this.#options.accounts.associations(config),
        wanted: this.#wanted(context.workspace),
        recorded: this.#recorded(context),
      });
    } catch (error) {
      return { ...NOTHING, problems: [toStepProblem(error)] };
    }
  }

  async remove(context: StepContext, plan: StepPlan): Promise<void> {
    if (plan.changes.length > 0) {
      await this.apply(context, plan);
    }
    const recorded = this.#recorded(context);
    if (recorded.length > 0) {
      await context.records.remove(recorded);
    }
  }

  /** Deletes the associations of a workspace that is to have no role of ours any more, before its role goes. */
  async release(context: StepContext): Promise<void> {
    const plan = await this.planRemoval(context);
    const [problem] = plan.problems;
    if (problem) {
      throw new StepFailedError(problem);
    }
    await this.remove({ ...context, progress: () => {} }, plan);
  }

  #writer(context: StepContext): AssociationWriter {
    const config = this.#configOf(context.workspace);
    if (!config) {
      throw new StepFailedError(modeUnavailable(context.workspace.cluster));
    }
    return {
      context,
      account: config.account,
      client: this.#options.accounts.associations(config),
      sleep: this.#options.sleep ?? sleep,
    };
  }

  async #assertAccount(context: StepContext): Promise<void> {
    const config = this.#configOf(context.workspace);
    if (config) {
      const { accounts, facts } = this.#options;
      await facts.assertAccount(accounts.roles(config));
    }
  }

  #wanted(workspace: Workspace): DesiredAssociation[] {
    const config = this.#configOf(workspace);
    return config?.modes.includes('managed')
      ? renderAssociations(config, workspace)
      : [];
  }

  #configOf({ cluster }: Pick<Workspace, 'cluster'>) {
    return this.#options.clusters.get(cluster);
  }

  #recorded({ records }: Pick<StepContext, 'records'>): ObjectRecord[] {
    return records.list().filter(({ step }) => step === this.id);
  }
}
