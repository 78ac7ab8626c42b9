import { ClusterError } from '@team-workspaces/backstage-plugin-workspaces-node';
import { useDevCluster } from './__testUtils__/SharedCluster';
import type { StepRunner } from './__testUtils__/StepRunner';

const cluster = useDevCluster();

const WRITES = 27;

/** Some eighty passes take longer than one test usually may. */
const MANY_PASSES_MS = 180_000;

/** What was made, in the same words whatever the id of the workspace. */
const inventory = (runner: StepRunner) =>
  cluster.current
    .objectsOf(runner)
    .map(({ kind, metadata: { namespace, name }, spec, rules, subjects }) =>
      JSON.stringify({ kind, namespace, name, spec, rules, subjects }),
    )
    .join('\n')
    .replaceAll(`${runner.workspace.id}-`, 'id-')
    .split('\n')
    .sort();

const timeout = () =>
  new ClusterError({ reason: 'RequestTimeout', message: 'No answer in time.' });

/** Provisions a workspace undisturbed. */
async function reference(): Promise<string[]> {
  const runner = cluster.current.createRunner();
  await runner.provision();
  return inventory(runner);
}

describe('provisioning that is disturbed', () => {
  it(
    `converges when it is cut after any of its ${WRITES} writes`,
    async () => {
      const expected = await reference();
      for (let cut = 0; cut <= WRITES; cut += 1) {
        const runner = cluster.current.createRunner();
        const { put } = runner.records;
        let writes = 0;
        const dead = new Error('The process is gone');
        runner.runWrite = async operation => {
          if (writes === cut) {
            throw dead;
          }
          writes += 1;
          return operation();
        };
        // A process that is gone stores nothing either.
        runner.records.put = async records => {
          if (writes === cut) {
            throw dead;
          }
          await put.call(runner.records, records);
        };
        await expect(runner.provision()).rejects.toThrow(dead);
        expect(writes).toBe(cut);

        runner.runWrite = operation => operation();
        runner.records.put = put;
        expect((await runner.provision()).problems).toEqual([]);
        expect(inventory(runner)).toEqual(expected);
        expect((await runner.provision()).changes).toEqual([]);
      }
    },
    MANY_PASSES_MS,
  );

  it(
    `converges when any of its ${WRITES} writes is stored but not answered in time`,
    async () => {
      const expected = await reference();
      for (let late = 1; late <= WRITES; late += 1) {
        const runner = cluster.current.createRunner();
        let writes = 0;
        runner.runWrite = async operation => {
          writes += 1;
          const isLate = writes === late;
          const answer = await operation();
          if (isLate) {
            throw timeout();
          }
          return answer;
        };
        await expect(runner.provision()).rejects.toMatchObject({
          reason: 'RequestTimeout',
        });
        runner.runWrite = operation => operation();
        expect((await runner.provision()).problems).toEqual([]);
        expect(inventory(runner)).toEqual(expected);
        expect(
          runner.records.list().filter(({ kind }) => kind === 'Namespace'),
        ).toHaveLength(3);
        expect((await runner.provision()).changes).toEqual([]);
      }
    },
    MANY_PASSES_MS,
  );

  it('records what succeeded when one of several writes fails', async () => {
    const runner = cluster.current.createRunner();
    let writes = 0;
    runner.runWrite = async operation => {
      writes += 1;
      if (writes === 2) {
        throw timeout();
      }
      return operation();
    };
    await expect(runner.provision()).rejects.toThrow('No answer in time.');
    expect(runner.records.list()).toHaveLength(2);
    expect(cluster.current.objectsOf(runner)).toHaveLength(2);
  });
});
