import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
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
  throw new Error('The steps ask no cluster');
};

const NO_CLUSTER: ClusterClient = {
  name: 'local',
  get: refuse,
  list: refuse,
  create: refuse,
  apply: refuse,
  delete: refuse,
  watch: () => {
    throw new Error('The steps ask no cluster');
  },
  version: refuse,
};

/** Runs one of the AWS steps and the provider as the backend does, for tests. */
export class RoleStage {
  /** That of the role. */
  readonly step: WorkspaceStep;
  readonly podIdentityStep: WorkspaceStep;
  readonly provider: IamProvider;
  /** All workspaces there are. */
  workspaces: Workspace[] = [];
  /** Whether the lease was lost: no write is let through any more. */
  leaseLost = false;
  /** By the uid of the workspace. */
  readonly records: Map<string, MemoryRecords>;
  readonly #cluster: ClusterClient | undefined;

  constructor(
    options: AwsRolesOptions & {
      readonly cluster?: ClusterClient;
      /** Those of an earlier stage. */
      readonly records?: Map<string, MemoryRecords>;
    },
  ) {
    this.#cluster = options.cluster;
    this.records = options.records ?? new Map();
    const { steps, createProvider } = createAwsRoles(options);
    [this.step, this.podIdentityStep] = steps;
    this.provider = createProvider({
      listWorkspaces: async () => this.workspaces,
      cluster: async () => this.#requireCluster(),
    });
  }

  /** The records of a workspace. */
  recordsOf({ uid }: Workspace): MemoryRecords {
    let records = this.records.get(uid);
    if (!records) {
      records = new MemoryRecords();
      this.records.set(uid, records);
    }
    return records;
  }

  /** One pass: compares, and makes the changes. Returns the plan; throws what the step failed with. */
  async pass(workspace: Workspace, step = this.step): Promise<StepPlan> {
    const context = this.#context(workspace);
    const plan = await step.plan(context);
    assertNoProblem(plan.problems);
    if (plan.changes.length > 0) {
      await step.apply(context, plan);
    }
    assertNoProblem(plan.objectProblems);
    return plan;
  }

  /** Compares only. */
  plan(workspace: Workspace, step = this.step): Promise<StepPlan> {
    return step.plan(this.#context(workspace));
  }

  /** Removes what the step made, and returns the plan of it. */
  async removal(workspace: Workspace, step = this.step): Promise<StepPlan> {
    const context = this.#context(workspace);
    const plan = await step.planRemoval(context);
    assertNoProblem(plan.problems);
    await step.remove(context, plan);
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

function assertNoProblem([problem]: readonly Problem[] = []): void {
  if (problem) {
    throw new StepFailedError(problem);
  }
}
