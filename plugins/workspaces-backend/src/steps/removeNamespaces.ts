import {
  StepFailedError,
  StepPendingError,
  type KubernetesObject,
  type ObjectIdentity,
  type PlannedChange,
  type StepContext,
  type StepPlan,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { NAMESPACE } from '../objects/kinds';
import { planDeletion } from '../plan';
import type { ReconcilerConfig } from '../types';
import { classifyNamespace, mayRemove } from './classifyNamespace';
import { describeTermination } from './describeTermination';
import { settle } from './settle';

/** Plans to delete the namespaces that are ours, and tells of those that stay because they are not. */
export async function planNamespaceRemoval(
  context: StepContext,
): Promise<StepPlan> {
  const { workspace, cluster, reader, records } = context;
  const changes: PlannedChange[] = [];
  const leftBehind: string[] = [];
  await Promise.all(
    namespaceIdentities(context).map(async identity => {
      const facts = {
        workspaceId: workspace.id,
        cluster: cluster.name,
        live: await reader.get(identity),
        record: records.find(identity),
        creationToken: records.creationToken,
      };
      if (facts.live && mayRemove(facts)) {
        changes.push(planDeletion('namespaces', facts.live));
      } else if (facts.live) {
        const state = classifyNamespace(facts);
        if ('problem' in state) {
          leftBehind.push(`${state.problem.message} It is left as it is.`);
        }
      }
    }),
  );
  return { changes, problems: [], total: changes.length, leftBehind };
}

/**
 * Deletes the namespaces of a plan, and waits for those that still hold something. Throws a StepPendingError
 * while they do, and a StepFailedError once it lasts too long.
 */
export async function removeNamespaces(
  context: StepContext,
  plan: StepPlan,
  { stuckTerminatingMs }: Pick<ReconcilerConfig, 'stuckTerminatingMs'>,
): Promise<void> {
  const removals = await settle(
    plan.changes.map(change => removeNamespace(context, change)),
  );
  removals.throwFirst();
  const remaining = removals.values.filter(live => live !== undefined);
  context.progress(plan.total - remaining.length, plan.total);
  const problems = remaining.map(live =>
    describeTermination(live, { stuckTerminatingMs, now: Date.now() }),
  );
  const stuck = problems.find(
    ({ reason }) => reason === 'NamespaceStuckTerminating',
  );
  if (stuck) {
    throw new StepFailedError(stuck);
  }
  if (problems.length > 0) {
    throw new StepPendingError(problems[0]);
  }
  const own = context.records
    .list()
    .filter(({ step }) => step === 'namespaces');
  if (own.length > 0) {
    await context.records.remove(own);
  }
}

/** Deletes one namespace; returns it as it is when it has not gone yet. */
async function removeNamespace(
  { cluster, signal, write }: StepContext,
  { live, object }: PlannedChange,
): Promise<KubernetesObject | undefined> {
  const uid = object.uid ?? '';
  if (!live?.metadata.deletionTimestamp) {
    const result = await write(() => cluster.delete(object, { uid, signal }));
    if (result === 'deleted') {
      return undefined;
    }
  }
  const now = await cluster.get(object, { signal });
  return now?.metadata.uid === uid ? now : undefined;
}

/** The namespaces of the workspace and of our records, each once. */
function namespaceIdentities({
  workspace,
  records,
}: StepContext): ObjectIdentity[] {
  if (workspace.isDefault) {
    return [];
  }
  const names = new Set([
    ...workspace.namespaces.map(({ name }) => name),
    ...records
      .list()
      .filter(({ kind }) => kind === NAMESPACE.kind)
      .map(({ name }) => name),
  ]);
  return [...names].map(name => ({ ...NAMESPACE, name }));
}
