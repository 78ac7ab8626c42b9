import { WORKSPACE_LABEL } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { FaultStage } from './FaultStage';
import { comparableObjects, objectsOf } from './objectsOf';

/** The objects of a workspace that nothing disturbed, to compare others with. */
export async function provisionUndisturbed(
  stage: FaultStage,
  id: string,
): Promise<string[]> {
  const { reconciler } = stage.createReplica();
  await reconciler.start();
  await stage.request(id);
  reconciler.kick();
  await stage.untilPhase(id, 'active');
  await reconciler.stop();
  return comparableObjects(stage.cluster, id);
}

/** A workspace is as an undisturbed one: the same objects, none beside them, and a record of each. */
export async function expectProvisioned(
  stage: FaultStage,
  id: string,
  expected: readonly string[],
): Promise<void> {
  expect(comparableObjects(stage.cluster, id)).toEqual(expected);
  const workspace = await stage.store.findById(id);
  const objects = objectsOf(stage.cluster, id);
  const records = await stage.store.listRecords(workspace?.uid ?? '');
  expect(records.map(({ uid }) => uid).sort()).toEqual(
    objects.map(({ metadata }) => metadata.uid).sort(),
  );
  expect(
    objects.every(({ metadata }) => metadata.labels?.[WORKSPACE_LABEL] === id),
  ).toBe(true);
}

/** Nothing was written outside of the namespaces of workspaces. */
export function expectOwnWritesOnly(
  stage: FaultStage,
  ids: readonly string[],
): void {
  const names = new Set(
    ids.flatMap(id =>
      stage.config.namespaces.map(({ suffix }) => `${id}-${suffix}`),
    ),
  );
  const foreign = stage.cluster.writes.filter(
    ({ resource, namespace, name }) =>
      !names.has(resource === 'namespaces' ? name : namespace),
  );
  expect(foreign).toEqual([]);
}
