import type {
  WorkspaceStep,
  WorkspacesStepExtensionPoint,
} from '@team-workspaces/backstage-plugin-workspaces-node';

/** Collects the steps that modules add. */
export class StepExtensions implements WorkspacesStepExtensionPoint {
  readonly #steps: WorkspaceStep[] = [];

  addStep(step: WorkspaceStep): void {
    this.#steps.push(withoutDuplicate(this.#steps, step));
  }

  /** Our own steps and those added, in this order. Throws when a step depends on one that is not there. */
  joinedTo(own: readonly WorkspaceStep[]): WorkspaceStep[] {
    const joined = [...own];
    for (const step of this.#steps) {
      joined.push(withoutDuplicate(joined, step));
    }
    for (const { id, dependsOn } of joined) {
      const missing = dependsOn.filter(
        needed => !joined.some(step => step.id === needed),
      );
      if (missing.length > 0) {
        throw new Error(
          `The step "${id}" depends on "${missing.join(
            '", "',
          )}", which is not there.`,
        );
      }
    }
    return joined;
  }
}

function withoutDuplicate(
  steps: readonly WorkspaceStep[],
  step: WorkspaceStep,
): WorkspaceStep {
  if (steps.some(({ id }) => id === step.id)) {
    throw new Error(
      `The step "${step.id}" cannot be added: there is one of that id already.`,
    );
  }
  return step;
}
