import {
  MANAGED_BY,
  MANAGED_BY_LABEL,
  WORKSPACE_LABEL,
  type Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ClusterClient,
  PlannedChange,
  StepContext,
  StepPlan,
  Workspace,
  WorkspaceMember,
  WorkspacePerson,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readWorkspacesConfig } from '../../config';
import { createWorkspace } from '../../testing/createWorkspace';
import { createWorkspaceSteps } from '../createWorkspaceSteps';
import { MemoryRecords } from './MemoryRecords';

const SILENT_LOGGER: StepContext['logger'] = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => SILENT_LOGGER,
};

/** What a {@link StepRunner} is made from. */
export interface StepRunnerOptions {
  readonly cluster: ClusterClient;
  readonly config?: JsonObject;
  readonly workspace?: Partial<Workspace>;
  readonly members?: readonly WorkspaceMember[];
  readonly people?: readonly WorkspacePerson[];
  readonly creationToken?: string;
  /** What a provider of AWS roles says. */
  readonly roles?: Parameters<typeof createWorkspaceSteps>[1];
}

/** Runs the steps of one workspace after each other, as a pass does, and counts what they do. */
export class StepRunner {
  readonly records: MemoryRecords;
  /** Writes since the last pass began. */
  writes = 0;
  /** Reads since the last pass began. */
  reads = 0;
  /** Runs each write; replaced to inject faults. */
  runWrite: <T>(operation: () => Promise<T>) => Promise<T> = operation =>
    operation();
  workspace: Workspace;
  members: readonly WorkspaceMember[];
  people: readonly WorkspacePerson[];
  steps: WorkspaceStep[];
  readonly #cluster: ClusterClient;

  constructor(options: StepRunnerOptions) {
    this.#cluster = options.cluster;
    this.workspace = createWorkspace(options.workspace);
    this.members = options.members ?? [
      { subject: 'group:default/team-a', role: 'user' },
      { subject: 'user:default/ann', role: 'admin' },
    ];
    this.people = options.people ?? [];
    this.records = new MemoryRecords(options.creationToken ?? 'token-of-test');
    this.steps = createWorkspaceSteps(
      readWorkspacesConfig(
        new ConfigReader({ workspaces: options.config ?? {} }),
      ),
      options.roles,
    );
  }

  /** Compares; writes nothing. */
  async plan(): Promise<{ changes: PlannedChange[]; problems: Problem[] }> {
    const context = this.createContext();
    const changes: PlannedChange[] = [];
    const problems: Problem[] = [];
    for (const step of this.steps) {
      const plan = await step.plan(context);
      changes.push(...plan.changes);
      problems.push(...plan.problems);
    }
    return { changes, problems };
  }

  /** One pass; ends at the first step with a problem, and returns what it changed. */
  async provision(): Promise<{
    changes: PlannedChange[];
    problems: readonly Problem[];
  }> {
    const context = this.createContext();
    const changes: PlannedChange[] = [];
    for (const step of this.steps) {
      const plan = await step.plan(context);
      if (plan.problems.length > 0) {
        return { changes, problems: plan.problems };
      }
      if (plan.changes.length > 0) {
        await step.apply(context, plan);
        changes.push(...plan.changes);
      }
    }
    return { changes, problems: [] };
  }

  /** One pass of removal. */
  async remove(): Promise<StepPlan[]> {
    const context = this.createContext();
    const plans: StepPlan[] = [];
    for (const step of [...this.steps].reverse()) {
      const plan = await step.planRemoval(context);
      plans.push(plan);
      await step.remove(context, plan);
    }
    return plans;
  }

  /** What a pass works with. */
  createContext(): StepContext {
    this.writes = 0;
    this.reads = 0;
    const cluster = this.#cluster;
    const { workspace, members, people, records } = this;
    return {
      workspace,
      members,
      people,
      cluster,
      internalCidrs: ['10.96.0.0/12'],
      reader: {
        get: identity => {
          this.reads += 1;
          return cluster.get(identity);
        },
        listManaged: async (kind, namespace) => {
          this.reads += 1;
          const labelSelector = `${MANAGED_BY_LABEL}=${MANAGED_BY},${WORKSPACE_LABEL}=${workspace.id}`;
          return (await cluster.list(kind, { namespace, labelSelector })).items;
        },
      },
      records,
      absentNamespaces: new Set(),
      logger: SILENT_LOGGER,
      signal: new AbortController().signal,
      write: async operation => {
        this.writes += 1;
        return this.runWrite(operation);
      },
      progress: () => undefined,
    };
  }
}
