import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  PersonServiceAccounts,
  PlannedChange,
  ServiceAccounts,
  StepContext,
  StepPlan,
  Workspace,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { notFound } from '../permissions/WorkspaceAuthorizer';
import { describeFailure } from '../reconciler/pass/describeFailure';
import { ownNamespaces } from '../steps/ownNamespaces';
import type { WorkspaceStore } from '../types';
import type { DirectContext, DirectSteps } from './DirectContext';
import type { SignInHandler } from './SignInHandler';

/** What a {@link ServiceAccountWriter} works with. */
export interface ServiceAccountWriterOptions {
  readonly context: DirectContext;
  readonly steps: DirectSteps;
  readonly store: Pick<WorkspaceStore, 'findByUid' | 'makeDue'>;
  readonly signIns: Pick<SignInHandler, 'identify'>;
  /** Has due workspaces looked at now. */
  readonly kick: () => void;
}

/** What came of writing ServiceAccounts. */
export interface WriteResult {
  readonly total: number;
  readonly updated: number;
  readonly failures: readonly Problem[];
}

interface Prepared {
  readonly context: StepContext;
  readonly plan: StepPlan;
  /** Why nothing may be written at all. */
  readonly problems: readonly Problem[];
}

/** Writes ServiceAccounts while somebody waits for them, with the plan of the step that passes run. */
export class ServiceAccountWriter implements ServiceAccounts {
  readonly #options: ServiceAccountWriterOptions;

  constructor(options: ServiceAccountWriterOptions) {
    this.#options = options;
  }

  /**
   * Makes and repairs those of everybody. One that fails does not keep the others. Throws when there is no plan: the
   * cluster, the catalog or the database does not answer.
   */
  async writeAll(workspace: Workspace): Promise<WriteResult> {
    return this.#write(workspace, await this.#prepare(workspace));
  }

  async ensureServiceAccount(
    workspace: Workspace,
    userRef: string,
  ): Promise<PersonServiceAccounts | undefined> {
    const { signIns, store } = this.#options;
    const stored = await store.findByUid(workspace.uid);
    if (!stored || stored.isDefault || stored.deletionRequestedAt) {
      return undefined;
    }
    await signIns.identify(userRef);
    const prepared = await this.#prepare(workspace);
    const { context, plan } = prepared;
    const person = context.people.find(({ ref }) => ref === userRef);
    if (!person) {
      return undefined;
    }
    const name = person.serviceAccount;
    const { failures } = await this.#write(workspace, {
      ...prepared,
      plan: {
        ...plan,
        changes: plan.changes.filter(({ object }) => object.name === name),
        objectProblems: plan.objectProblems?.filter(
          ({ object }) => object?.name === name,
        ),
      },
    });
    const failed = new Set(failures.map(({ object }) => object?.namespace));
    return {
      name,
      problems: failures,
      namespaces:
        prepared.problems.length > 0
          ? []
          : ownNamespaces(context)
              .map(one => one.name)
              .filter(namespace => !failed.has(namespace)),
    };
  }

  async #prepare(workspace: Workspace): Promise<Prepared> {
    const { context: contexts, steps, store } = this.#options;
    const stored = await store.findByUid(workspace.uid);
    if (!stored) {
      throw notFound(workspace.id);
    }
    const context = await contexts.create(stored);
    // Whatever became of the namespaces meanwhile: nothing is written into those of others.
    const { problems } = await steps.namespaces.plan(context);
    return {
      context,
      plan: await steps.serviceAccounts.plan(context),
      problems,
    };
  }

  async #write(
    workspace: Workspace,
    { context, plan, problems }: Prepared,
  ): Promise<WriteResult> {
    const { total } = plan;
    if (problems.length > 0) {
      return { total, updated: 0, failures: problems };
    }
    // Deletions are left to the pass, which also forgets what it deletes.
    const changes = plan.changes.filter(({ action }) => action !== 'delete');
    const outcomes = await Promise.all(
      changes.map(change => this.#apply(context, plan, change)),
    );
    const failures = outcomes.filter(problem => problem !== undefined);
    const updated = changes.length - failures.length;
    if (updated > 0) {
      await this.#options.store.makeDue(workspace.uid);
      this.#options.kick();
    }
    return {
      total,
      updated,
      failures: [...(plan.objectProblems ?? []), ...failures],
    };
  }

  /** Why a change could not be made; undefined when it was. */
  async #apply(
    context: StepContext,
    plan: StepPlan,
    change: PlannedChange,
  ): Promise<Problem | undefined> {
    const { serviceAccounts } = this.#options.steps;
    const { namespace = '' } = change.object;
    if (context.absentNamespaces.has(namespace)) {
      return {
        reason: 'Waiting',
        message: `The namespace ${namespace} is not there yet.`,
        object: change.object,
      };
    }
    try {
      await serviceAccounts.apply(context, { ...plan, changes: [change] });
      return undefined;
    } catch (error) {
      const { problem } = describeFailure(error, serviceAccounts);
      return { ...problem, object: change.object };
    }
  }
}
