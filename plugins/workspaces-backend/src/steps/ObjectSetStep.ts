import type { WorkspaceNamespace } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  StepFailedError,
  type KubernetesObject,
  type ObjectKind,
  type StepContext,
  type StepPlan,
  type WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { planObjects } from '../plan';
import { applyChanges } from './applyChanges';
import { ownNamespaces } from './ownNamespaces';
import { readLiveObjects } from './readLiveObjects';

/** What distinguishes one set of objects from another. */
export interface ObjectSetStepOptions {
  readonly id: string;
  readonly title: string;
  /** The kinds of the objects; objects of ours of these kinds that are not rendered are deleted. */
  readonly kinds: readonly ObjectKind[];
  /** The objects within one namespace. Throws a StepFailedError when they cannot be told. */
  readonly render: (
    context: StepContext,
    namespace: WorkspaceNamespace,
  ) => readonly KubernetesObject[];
}

/** A step whose objects live within the namespaces of the workspace and come from a pure function. */
export class ObjectSetStep implements WorkspaceStep {
  readonly id: string;
  readonly title: string;
  readonly dependsOn = ['namespaces'];
  readonly essential = true;
  readonly readsClusterOnly = true;
  readonly #options: ObjectSetStepOptions;

  constructor(options: ObjectSetStepOptions) {
    this.id = options.id;
    this.title = options.title;
    this.#options = options;
  }

  async plan(context: StepContext): Promise<StepPlan> {
    const namespaces = ownNamespaces(context);
    let wanted: KubernetesObject[];
    try {
      wanted = namespaces.flatMap(namespace =>
        this.#options.render(context, namespace),
      );
    } catch (error) {
      if (error instanceof StepFailedError) {
        const problem = { ...error.problem, step: this.id };
        return { changes: [], problems: [problem], total: 0 };
      }
      throw error;
    }
    const live = await readLiveObjects(context, {
      step: this.id,
      kinds: this.#options.kinds,
      namespaces: namespaces.map(({ name }) => name),
      wanted,
    });
    return {
      changes: planObjects({ step: this.id, wanted, live }),
      problems: [],
      total: wanted.length,
    };
  }

  async apply(context: StepContext, plan: StepPlan): Promise<void> {
    await applyChanges(context, plan);
  }

  /** Nothing of its own: the objects go with their namespaces. */
  async planRemoval(): Promise<StepPlan> {
    return { changes: [], problems: [], total: 0 };
  }

  async remove({ records }: StepContext): Promise<void> {
    const own = records.list().filter(({ step }) => step === this.id);
    if (own.length > 0) {
      await records.remove(own);
    }
  }
}
