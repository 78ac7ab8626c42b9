import {
  StepFailedError,
  type ClusterClient,
  type IamProvider,
  type StepContext,
  type StepPlan,
  type Workspace,
  type WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { createAwsRoles, type AwsRolesOptions } from '../createAwsRoles';
import { MemoryRecords } from './MemoryRecords';

const SILENT: StepContext['logger'] = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => SILENT,
};

const refuse = async () => {
  throw new Error('The role step asks no cluster');
};

const NO_CLUSTER: ClusterClient = {
  name: 'local',
  get: refuse,
  list: refuse,
  create: refuse,
  apply: refuse,
  delete: refuse,
  watch: () => {
    throw new Error('The role step asks no cluster');
  },
  version: refuse,
};

/** Runs the role step and the provider as the backend does, for tests. */
export class RoleStage {
  readonly step: WorkspaceStep;
  readonly provider: IamProvider;
  /** All workspaces there are. */
  workspaces: Workspace[] = [];
  /** Whether the lease was lost: no write is let through any more. */
  leaseLost = false;
  readonly #records = new Map<string, MemoryRecords>();
  readonly #cluster: ClusterClient | undefined;

  constructor(options: AwsRolesOptions & { readonly cluster?: ClusterClient }) {
    this.#cluster = options.cluster;
    const { step, createProvider } = createAwsRoles(options);
    this.step = step;
    this.provider = createProvider({
      listWorkspaces: async () => this.workspaces,
      cluster: async () => this.#requireCluster(),
    });
  }

  /** The records of a workspace. */
  recordsOf({ uid }: Workspace): MemoryRecords {
    let records = this.#records.get(uid);
    if (!records) {
      records = new MemoryRecords();
      this.#records.set(uid, records);
    }
    return records;
  }

  /** One pass: compares, and makes the changes. Returns the plan; throws what the step failed with. */
  async pass(workspace: Workspace): Promise<StepPlan> {
    const context = this.#context(workspace);
    const plan = await this.step.plan(context);
    assertNoProblem(plan);
    if (plan.changes.length > 0) {
      await this.step.apply(context, plan);
    }
    return plan;
  }

  /** Compares only. */
  plan(workspace: Workspace): Promise<StepPlan> {
    return this.step.plan(this.#context(workspace));
  }

  /** Removes what the step made, and returns the plan of it. */
  async removal(workspace: Workspace): Promise<StepPlan> {
    const context = this.#context(workspace);
    const plan = await this.step.planRemoval(context);
    assertNoProblem(plan);
    await this.step.remove(context, plan);
    return plan;
  }

  #context(workspace: Workspace): StepContext {
    return {
      workspace,
      members: [],
      people: [],
      cluster: this.#cluster ?? NO_CLUSTER,
      internalCidrs: [],
      reader: {
        get: async () => undefined,
        listManaged: async () => [],
      },
      records: this.recordsOf(workspace),
      absentNamespaces: new Set(),
      logger: SILENT,
      signal: new AbortController().signal,
      write: async operation => {
        if (this.leaseLost) {
          throw new Error('The lease was lost');
        }
        return operation();
      },
      progress: () => {},
    };
  }

  #requireCluster(): ClusterClient {
    if (!this.#cluster) {
      throw new Error('There is no cluster here');
    }
    return this.#cluster;
  }
}

function assertNoProblem({ problems: [problem] }: StepPlan): void {
  if (problem) {
    throw new StepFailedError(problem);
  }
}
