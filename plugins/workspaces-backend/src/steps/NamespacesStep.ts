import type { WorkspaceNamespace } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  KubernetesObject,
  PlannedChange,
  StepContext,
  StepPlan,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { NAMESPACE } from '../objects/kinds';
import { renderNamespace } from '../objects/namespace';
import { planObjects, referenceTo } from '../plan';
import type { WorkspacesConfig } from '../types';
import { applyNamespaces } from './applyNamespaces';
import { classifyNamespace, type NamespaceState } from './classifyNamespace';
import { planNamespaceRemoval, removeNamespaces } from './removeNamespaces';

/** What the step needs of the configuration. */
export type NamespacesStepConfig = Pick<
  WorkspacesConfig,
  'namespaces' | 'reconciler'
>;

/**
 * The namespaces of a workspace, upon which everything else stands.
 *
 * A namespace is ours when our records hold its UID, and never by its name or its labels. New ones are therefore
 * made with a request that fails when there is one already (a server-side apply would take it over), and carry a
 * token that was stored before: when the answer is lost, the next pass knows the namespace by it.
 */
export class NamespacesStep implements WorkspaceStep {
  readonly id = 'namespaces';
  readonly title = 'Namespaces';
  readonly dependsOn = [];
  readonly essential = true;
  readonly readsClusterOnly = true;
  readonly #config: NamespacesStepConfig;

  constructor(config: NamespacesStepConfig) {
    this.#config = config;
  }

  async plan(context: StepContext): Promise<StepPlan> {
    const namespaces = context.workspace.isDefault
      ? []
      : context.workspace.namespaces;
    const plans = await Promise.all(
      namespaces.map(async namespace => {
        const state = await readState(context, namespace);
        if (state.type === 'absent') {
          context.absentNamespaces.add(namespace.name);
        }
        return this.#planNamespace(context, namespace, state);
      }),
    );
    return {
      changes: plans.flatMap(({ changes }) => changes),
      problems: plans.flatMap(({ problems }) => problems),
      total: namespaces.length,
    };
  }

  async apply(context: StepContext, plan: StepPlan): Promise<void> {
    await applyNamespaces(context, plan);
  }

  async planRemoval(context: StepContext): Promise<StepPlan> {
    return planNamespaceRemoval(context);
  }

  async remove(context: StepContext, plan: StepPlan): Promise<void> {
    await removeNamespaces(context, plan, this.#config.reconciler);
  }

  #planNamespace(
    { workspace }: StepContext,
    namespace: WorkspaceNamespace,
    state: NamespaceState,
  ): Pick<StepPlan, 'changes' | 'problems'> {
    if (state.type === 'foreign' || state.type === 'terminating') {
      return { changes: [], problems: [state.problem] };
    }
    const configured = this.#config.namespaces.find(
      ({ suffix }) => suffix === namespace.suffix,
    );
    const desired = renderNamespace(workspace, {
      name: namespace.name,
      networkProfile: configured?.networkProfile ?? namespace.networkProfile,
      // A suffix that is no longer configured keeps its namespace, which then gets the strictest standard.
      podSecurity: configured?.podSecurity ?? 'restricted',
    });
    const live = state.type === 'ours' ? [state.live] : [];
    const changes = planObjects({ step: this.id, wanted: [desired], live });
    if (changes.length === 0 && state.type === 'ours' && !state.recorded) {
      changes.push(recordOnly(this.id, desired, state.live));
    }
    return { changes, problems: [] };
  }
}

/** A change without fields: the namespace is as it should be, and only our record of it is missing. */
function recordOnly(
  step: string,
  desired: KubernetesObject,
  live: KubernetesObject,
): PlannedChange {
  return {
    step,
    action: 'update',
    object: referenceTo(live),
    fields: [],
    desired,
    live,
  };
}

async function readState(
  { workspace, cluster, reader, records }: StepContext,
  { name }: WorkspaceNamespace,
): Promise<NamespaceState> {
  const identity = { ...NAMESPACE, name };
  return classifyNamespace({
    workspaceId: workspace.id,
    cluster: cluster.name,
    live: await reader.get(identity),
    record: records.find(identity),
    creationToken: records.creationToken,
  });
}
