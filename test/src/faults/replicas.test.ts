import { createStoreDatabases } from '@team-workspaces/backstage-plugin-workspaces-backend/src/__testUtils__/storeDatabases';
import { ClaimWatch } from './__testUtils__/ClaimWatch';
import { eventually } from './__testUtils__/eventually';
import { FaultStage } from './__testUtils__/FaultStage';
import {
  expectOwnWritesOnly,
  expectProvisioned,
  provisionUndisturbed,
} from './__testUtils__/invariants';
import { objectsOf } from './__testUtils__/objectsOf';

jest.setTimeout(120_000);

const databases = createStoreDatabases();
const IDS = Array.from({ length: 6 }, (_, index) => `team-${index}`);

describe.each(databases.eachSupportedId())(
  'two backends on one database, %s',
  databaseId => {
    let stage: FaultStage;
    let expected: string[];

    beforeEach(async () => {
      const knex = await databases.init(databaseId);
      stage = await FaultStage.start({ knex });
      expected = await provisionUndisturbed(stage, 'undisturbed');
      stage.cluster.resetWrites();
    });

    afterEach(() => stage.stop());

    const untilAllActive = () =>
      eventually(
        'all to be active',
        async () =>
          (await stage.store.count({ phases: ['active'] })) === IDS.length + 1,
        60_000,
      );

    it('write each object once, and never have one workspace both', async () => {
      const watch = new ClaimWatch();
      const replicas = [1, 2].map(() =>
        stage.createReplica({
          store: watch.cover(stage.store),
          config: { concurrency: 3, leaseMs: 30_000 },
        }),
      );
      await Promise.all(replicas.map(({ reconciler }) => reconciler.start()));
      await Promise.all(
        IDS.map(async id => {
          await stage.request(id);
          replicas.forEach(({ reconciler }) => reconciler.kick());
        }),
      );
      await untilAllActive();
      expect(watch.collisions).toEqual([]);
      expect(watch.claims).toBe(IDS.length);

      const written = stage.cluster.writes.map(
        ({ resource, namespace, name }) => `${resource}/${namespace}/${name}`,
      );
      expect(new Set(written).size).toBe(written.length);
      expect(written).toHaveLength(IDS.length * expected.length);
      for (const id of IDS) {
        await expectProvisioned(stage, id, expected);
      }
    });

    it('take over the work of one that was killed', async () => {
      const killed = stage.createReplica({ config: { leaseMs: 600 } });
      const other = stage.createReplica({ config: { leaseMs: 600 } });
      await Promise.all(IDS.map(id => stage.request(id)));
      await killed.reconciler.start();
      const atWork = eventually(
        'some work to be done',
        () => stage.cluster.writes.length > 20,
      );
      await atWork;
      killed.killSwitch.kill();
      expect((await stage.store.queueState()).working).toBeGreaterThan(0);

      await other.reconciler.start();
      await untilAllActive();
      for (const id of IDS) {
        await expectProvisioned(stage, id, expected);
      }
      expectOwnWritesOnly(stage, IDS);
    });

    it('give their work to each other on shutdown', async () => {
      const first = stage.createReplica();
      const second = stage.createReplica();
      await Promise.all(IDS.map(id => stage.request(id)));
      await first.reconciler.start();
      await eventually('some work to be done', () =>
        Boolean(stage.cluster.writes.length > 20),
      );
      await first.reconciler.stop();
      expect((await stage.store.queueState()).working).toBe(0);
      await second.reconciler.start();
      await untilAllActive();
      for (const id of IDS) {
        await expectProvisioned(stage, id, expected);
      }
    });

    it('delete each workspace once', async () => {
      const watch = new ClaimWatch();
      const replicas = [1, 2].map(() =>
        stage.createReplica({
          store: watch.cover(stage.store),
          config: { leaseMs: 30_000 },
        }),
      );
      await Promise.all(replicas.map(({ reconciler }) => reconciler.start()));
      const some = IDS.slice(0, 4);
      for (const id of some) {
        await provisionUndisturbed(stage, id);
      }
      for (const id of some) {
        const { uid } = await stage.find(id);
        await stage.store.requestDeletion(uid, 1, 'user:default/ada');
      }
      replicas.forEach(({ reconciler }) => reconciler.kick());
      await Promise.all(some.map(id => stage.untilGone(id)));
      expect(watch.collisions).toEqual([]);
      expect(some.flatMap(id => objectsOf(stage.cluster, id))).toEqual([]);
      await expectProvisioned(stage, 'undisturbed', expected);
    });
  },
);
