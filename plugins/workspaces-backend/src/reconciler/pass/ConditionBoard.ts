import type { Condition } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { WorkspaceStep } from '@team-workspaces/backstage-plugin-workspaces-node';

/** What a {@link ConditionBoard} starts from. */
export interface ConditionBoardOptions {
  readonly steps: readonly WorkspaceStep[];
  readonly previous: readonly Condition[];
  readonly generation: number;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** The part of a condition that a step's work decides. */
export type ConditionState = Pick<Condition, 'status' | 'reason' | 'message'> &
  Partial<
    Pick<Condition, 'hint' | 'object' | 'raw' | 'drift' | 'done' | 'total'>
  >;

/** The conditions of a workspace during a pass, with their times. */
export class ConditionBoard {
  readonly #steps: readonly WorkspaceStep[];
  readonly #generation: number;
  readonly #clock: () => number;
  readonly #conditions = new Map<string, Condition>();

  constructor(options: ConditionBoardOptions) {
    this.#steps = options.steps;
    this.#generation = options.generation;
    this.#clock = options.clock;
    const previous = new Map(
      options.previous.map(condition => [condition.type, condition]),
    );
    for (const step of options.steps) {
      const before = previous.get(step.id);
      this.#conditions.set(
        step.id,
        before?.observedGeneration === options.generation
          ? // Stays as it is until this pass knows better, so that nothing flickers between attempts.
            { ...before, ...describe(step) }
          : this.#open(step),
      );
    }
  }

  /** In the order of the steps. */
  list(): Condition[] {
    return this.#steps.map(step => this.find(step.id));
  }

  find(id: string): Condition {
    const condition = this.#conditions.get(id);
    if (!condition) {
      throw new Error(`There is no step ${id}.`);
    }
    return condition;
  }

  /** Notes that a step is at work, unless it already was. */
  begin(id: string): void {
    const before = this.find(id);
    if (before.status !== 'True' && before.startedAt === undefined) {
      this.#conditions.set(id, { ...before, startedAt: this.#now() });
    }
  }

  /** Sets a condition. True when status or reason are other ones than before. */
  set(step: WorkspaceStep, state: ConditionState): boolean {
    const before = this.find(step.id);
    const now = this.#now();
    const changed = before.status !== state.status;
    // A difference that shows up later is work of its own.
    const restarted = before.status === 'True' && state.status !== 'True';
    const startedAt = restarted ? now : before.startedAt;
    const finished = changed && state.status === 'True' && startedAt;
    const durationMs = finished
      ? Date.parse(now) - Date.parse(startedAt)
      : before.durationMs;
    this.#conditions.set(step.id, {
      ...describe(step),
      ...state,
      observedGeneration: this.#generation,
      ...(startedAt !== undefined && { startedAt }),
      ...(durationMs !== undefined && !restarted && { durationMs }),
      lastTransitionTime: changed ? now : before.lastTransitionTime,
    });
    return changed || before.reason !== state.reason;
  }

  /** Notes how many objects of a step are as they should be. */
  progress(id: string, done: number, total: number): void {
    this.#conditions.set(id, { ...this.find(id), done, total });
  }

  #open(step: WorkspaceStep): Condition {
    const waits = step.dependsOn.length > 0;
    return {
      ...describe(step),
      status: 'Unknown',
      reason: waits ? 'Waiting' : 'Progressing',
      message: waits ? 'Waits for other steps.' : 'Has not begun yet.',
      observedGeneration: this.#generation,
      lastTransitionTime: this.#now(),
    };
  }

  #now(): string {
    return new Date(this.#clock()).toISOString();
  }
}

function describe(
  step: WorkspaceStep,
): Pick<Condition, 'type' | 'title' | 'essential' | 'dependsOn'> {
  return {
    type: step.id,
    title: step.title,
    essential: step.essential,
    dependsOn: [...step.dependsOn],
  };
}
