import { CREATION_TOKEN_ANNOTATION } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  StepFailedError,
  StepPendingError,
  type KubernetesObject,
  type ObjectRecord,
  type PlannedChange,
  type StepContext,
  type StepPlan,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityOf } from '../plan';
import { classifyNamespace } from './classifyNamespace';
import { settle } from './settle';

/** Makes the changes of a plan side by side, and records the UIDs of the namespaces that are new to us. */
export async function applyNamespaces(
  context: StepContext,
  plan: StepPlan,
): Promise<void> {
  let done = plan.total - plan.changes.length;
  const written = await settle(
    plan.changes.map(async change => {
      const record = await writeNamespace(context, change);
      done += 1;
      context.progress(done, plan.total);
      return record;
    }),
  );
  const news = written.values.filter(
    record => context.records.find(record)?.uid !== record.uid,
  );
  if (news.length > 0) {
    await context.records.put(news, { deferred: true });
  }
  written.throwFirst();
}

async function writeNamespace(
  context: StepContext,
  change: PlannedChange,
): Promise<ObjectRecord> {
  const { desired, live, fields } = change;
  if (!desired) {
    throw new Error('A change that writes a namespace must have one');
  }
  if (!live) {
    return recordOf(await createNamespace(context, desired), change);
  }
  if (fields.length > 0) {
    const { cluster, signal, write } = context;
    // With the UID, the cluster refuses when the namespace was made again since it was read.
    const { uid } = live.metadata;
    const exact = { ...desired, metadata: { ...desired.metadata, uid } };
    await write(() => cluster.apply(exact, { signal }));
  }
  return recordOf(live, change);
}

async function createNamespace(
  context: StepContext,
  desired: KubernetesObject,
): Promise<KubernetesObject> {
  const { cluster, records, signal, write } = context;
  const announced = {
    ...desired,
    metadata: {
      ...desired.metadata,
      annotations: {
        ...desired.metadata.annotations,
        [CREATION_TOKEN_ANNOTATION]: records.creationToken,
      },
    },
  };
  try {
    return await write(() => cluster.create(announced, { signal }));
  } catch (error) {
    if (
      error instanceof ClusterError &&
      error.statusReason === 'AlreadyExists'
    ) {
      return findExisting(context, desired, error);
    }
    throw error;
  }
}

/** The namespace that was there when we wanted to make it, if an earlier request of ours made it. */
async function findExisting(
  { cluster, records, signal, workspace }: StepContext,
  desired: KubernetesObject,
  refusal: ClusterError,
): Promise<KubernetesObject> {
  const identity = identityOf(desired);
  const state = classifyNamespace({
    workspaceId: workspace.id,
    cluster: cluster.name,
    live: await cluster.get(identity, { signal }),
    record: records.find(identity),
    creationToken: records.creationToken,
  });
  switch (state.type) {
    case 'ours':
      return state.live;
    case 'terminating':
      throw new StepPendingError(state.problem);
    case 'foreign':
      throw new StepFailedError(state.problem, { cause: refusal });
    default:
      // It went away between the two requests: the next pass makes it.
      throw new ClusterError({
        reason: 'ObjectConflict',
        message: `The namespace ${desired.metadata.name} went away while it was made.`,
        verb: 'create',
        object: identity,
        cause: refusal,
      });
  }
}

function recordOf(
  object: KubernetesObject,
  { step }: PlannedChange,
): ObjectRecord {
  const { uid = '' } = object.metadata;
  return { ...identityOf(object), uid, step, adopted: false };
}
