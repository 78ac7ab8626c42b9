import type {
  ObjectRecord,
  PlannedChange,
  StepContext,
  StepPlan,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { identityKey, identityOf } from '../plan';
import { settle } from './settle';

/**
 * Makes the changes of a plan: deletions first, because some make room for an object of the same name and others
 * take rights away; then everything else side by side. What succeeded is recorded in one go.
 */
export async function applyChanges(
  context: StepContext,
  plan: StepPlan,
): Promise<void> {
  const { progress, records } = context;
  const deletions = plan.changes.filter(({ action }) => action === 'delete');
  const writes = plan.changes.filter(({ action }) => action !== 'delete');
  const deleted = await settle(
    deletions.map(change => deleteObject(context, change)),
  );
  let done = plan.total - writes.length;
  const written = await settle(
    writes.map(async change => {
      const record = await writeObject(context, change);
      done += 1;
      progress(done, plan.total);
      return record;
    }),
  );
  const kept = new Set(written.values.map(identityKey));
  const gone = deleted.values.filter(
    ({ object }) => !kept.has(identityKey(object)),
  );
  const news = written.values.filter(
    record => records.find(record)?.uid !== record.uid,
  );
  if (news.length > 0) {
    await records.put(news, { deferred: true });
  }
  const obsolete = gone
    .map(({ object }) => object)
    .filter(object => records.find(object));
  if (obsolete.length > 0) {
    await records.remove(obsolete);
  }
  deleted.throwFirst();
  written.throwFirst();
}

async function deleteObject(
  { cluster, signal, write }: StepContext,
  change: PlannedChange,
): Promise<PlannedChange> {
  await write(() =>
    cluster.delete(change.object, { uid: change.object.uid ?? '', signal }),
  );
  return change;
}

async function writeObject(
  { cluster, signal, write }: StepContext,
  { desired, step }: PlannedChange,
): Promise<ObjectRecord> {
  if (!desired) {
    throw new Error('A change that writes an object must have one');
  }
  const object = await write(() => cluster.apply(desired, { signal }));
  return {
    ...identityOf(desired),
    uid: object.metadata.uid ?? '',
    step,
    adopted: false,
  };
}
