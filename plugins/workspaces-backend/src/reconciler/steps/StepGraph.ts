import type { WorkspaceStep } from '@team-workspaces/backstage-plugin-workspaces-node';

/** Steps in an order in which each comes after those it depends on, and how to run them as a graph. */
export class StepGraph {
  readonly steps: readonly WorkspaceStep[];

  /** Throws when two steps have one id, when a dependency is missing, or when steps depend on each other. */
  constructor(steps: readonly WorkspaceStep[]) {
    this.steps = inOrder(steps);
  }

  /** Runs each step as soon as those it depends on have ended, and hands it their results. */
  async forward<T>(
    run: (step: WorkspaceStep, dependencies: T[]) => Promise<T>,
  ): Promise<Map<string, T>> {
    return runGraph(this.steps, step => step.dependsOn, run);
  }

  /** Runs each step as soon as those that depend on it have ended, and hands it their results. */
  async backward<T>(
    run: (step: WorkspaceStep, dependents: T[]) => Promise<T>,
  ): Promise<Map<string, T>> {
    const dependents = (step: WorkspaceStep) =>
      this.steps
        .filter(other => other.dependsOn.includes(step.id))
        .map(other => other.id);
    return runGraph([...this.steps].reverse(), dependents, run);
  }
}

async function runGraph<T>(
  steps: readonly WorkspaceStep[],
  after: (step: WorkspaceStep) => readonly string[],
  run: (step: WorkspaceStep, earlier: T[]) => Promise<T>,
): Promise<Map<string, T>> {
  const running = new Map<string, Promise<T>>();
  for (const step of steps) {
    const earlier = after(step).flatMap(id => running.get(id) ?? []);
    running.set(
      step.id,
      Promise.all(earlier).then(results => run(step, results)),
    );
  }
  const results = await Promise.all(
    [...running].map(async ([id, result]) => [id, await result] as const),
  );
  return new Map(results);
}

function inOrder(steps: readonly WorkspaceStep[]): WorkspaceStep[] {
  const byId = new Map(steps.map(step => [step.id, step]));
  if (byId.size < steps.length) {
    throw new Error('Two steps of workspaces have the same id.');
  }
  const ordered = new Set<WorkspaceStep>();
  const visit = (step: WorkspaceStep, path: readonly string[]) => {
    if (path.includes(step.id)) {
      throw new Error(
        `Steps of workspaces depend on each other: ${[...path, step.id].join(
          ' → ',
        )}.`,
      );
    }
    for (const id of step.dependsOn) {
      const dependency = byId.get(id);
      if (!dependency) {
        throw new Error(
          `The step ${step.id} depends on ${id}, which is not a step.`,
        );
      }
      if (!ordered.has(dependency)) {
        visit(dependency, [...path, step.id]);
      }
    }
    ordered.add(step);
  };
  steps.forEach(step => ordered.has(step) || visit(step, []));
  return [...ordered];
}
