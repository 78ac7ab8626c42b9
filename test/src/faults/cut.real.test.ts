import { MANAGED_KINDS } from '@team-workspaces/backstage-plugin-workspaces-backend/src/objects/kinds';
import {
  ControlPlane,
  findControlPlaneObstacle,
} from '../cluster/controlPlane';
import { isOfKubernetes, toComparable } from './__testUtils__/objectsOf';
import { PortalStage } from './__testUtils__/PortalStage';

jest.setTimeout(240_000);

/** The namespace controller estimates how long content takes to go, and only looks again after that. */
const NAMESPACES_GONE_MS = 90_000;

/** What one workspace takes: three namespaces, and nine objects in each. */
const WRITES = 30;

/** Before the first write, and after each one. */
const CUTS = Array.from({ length: WRITES + 1 }, (_, n) => n);

const obstacle = findControlPlaneObstacle();
// Counted as skipped, with the reason in its name; where CI is set, it fails instead.
const describeReal = obstacle && !process.env.CI ? describe.skip : describe;
const subject = 'a backend that is killed, on a real control plane';

describeReal(obstacle ? `${subject}: ${obstacle}` : subject, () => {
  let stage: PortalStage<ControlPlane>;
  let expected: string[];

  /** Everything of our kinds in the namespaces of a workspace, and these. */
  async function comparable(id: string): Promise<string[]> {
    const lists = await Promise.all(
      MANAGED_KINDS.map(kind => stage.client.list(kind)),
    );
    const objects = lists
      .flatMap(({ items }) => items)
      .filter(object => !isOfKubernetes(object))
      .filter(({ kind, metadata: { name, namespace } }) =>
        (kind === 'Namespace' ? name : namespace)?.startsWith(`${id}-`),
      );
    return toComparable(objects, id);
  }

  async function provision(id: string): Promise<void> {
    const { reconciler } = stage.createReplica();
    await reconciler.start();
    await stage.untilPhase(id, 'active');
    await reconciler.stop();
  }

  /** Runs a backend until its n-th write is done, and it is killed. */
  async function runUntilKilled(n: number): Promise<void> {
    if (n === 0) {
      await stage.store.claimDue(1, 100);
      return;
    }
    const { killSwitch, reconciler } = stage.createReplica({
      config: { writeConcurrency: 1, leaseMs: 400 },
      killAfter: n,
    });
    await reconciler.start();
    await killSwitch.died;
    await reconciler.stop();
  }

  beforeAll(async () => {
    stage = new PortalStage(
      await PortalStage.connect(await ControlPlane.start()),
    );
    await stage.request('undisturbed');
    await provision('undisturbed');
    expected = await comparable('undisturbed');
  });

  afterAll(() => stage?.stop());

  it('cuts after each write that there is', () => {
    expect(expected).toHaveLength(WRITES);
  });

  it.each(CUTS)('after write %d of provisioning converges', async n => {
    const id = `cut-${n}`;
    await stage.request(id);
    await runUntilKilled(n);
    await expect(comparable(id)).resolves.toHaveLength(n);
    await provision(id);
    await expect(comparable(id)).resolves.toEqual(expected);
    await expect(
      stage.createReplica().planner.planRepair(await stage.find(id)),
    ).resolves.toMatchObject({ changes: [], problems: [] });
  });

  it.each([0, 1, 2, 3])('after write %d of a deletion is gone', async n => {
    const id = `gone-${n}`;
    await stage.request(id);
    await provision(id);
    const { uid } = await stage.find(id);
    await stage.store.requestDeletion(uid, 1, 'user:default/ada');
    await runUntilKilled(n);
    const { reconciler } = stage.createReplica({
      config: { backoffBaseMs: 100, backoffMaxMs: 500 },
    });
    await reconciler.start();
    await stage.untilGone(id, NAMESPACES_GONE_MS);
    await reconciler.stop();
    await expect(comparable(id)).resolves.toEqual([]);
    await expect(comparable('undisturbed')).resolves.toEqual(expected);
  });
});
