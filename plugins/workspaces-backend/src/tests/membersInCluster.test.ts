import { DevCluster } from '@team-workspaces/dev-cluster';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import { membersClient } from '../__testUtils__/membersClient';
import { startPortal, type Portal } from '../__testUtils__/startPortal';
import { untilPhase } from '../__testUtils__/untilPhase';
import { devClusterDefinition } from '../cluster/testing/devClusterClient';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const ID = 'alpha';
const VIC = 'user:default/vic';

describe('members of a workspace in a cluster', () => {
  let cluster: DevCluster;
  let portal: Portal;

  beforeEach(async () => {
    cluster = await DevCluster.start();
    portal = await startPortal({
      clusters: [devClusterDefinition(cluster)],
      // Changes must not wait for it.
      config: { reconciler: { pollInterval: { hours: 1 } } },
    });
    await portal.store.create(
      newWorkspace(ID, {
        owner: 'group:default/data',
        cluster: devClusterDefinition(cluster).name,
        members: [{ subject: 'user:default/dana', role: 'admin' }],
      }),
      5,
    );
    await portal.as('ada').post(`/workspaces/${ID}/retry`);
    await untilPhase(portal, ID, 'active');
  });

  afterEach(async () => {
    await portal.stop();
    await cluster.stop();
  });

  /** Names of RoleBindings, with the subjects of each. */
  const bindings = () =>
    cluster
      .objects()
      .filter(({ kind }) => kind === 'RoleBinding')
      .map(({ metadata, subjects }) => {
        const names = (subjects as { name: string }[]).map(({ name }) => name);
        return `${metadata.namespace}/${metadata.name}: ${names.join(', ')}`;
      });

  const ofVic = () => bindings().filter(binding => binding.includes('vic'));

  it('should get rights by the addition and lose them by the removal, as the previews say', async () => {
    const dana = membersClient(portal.as('dana'), ID);
    const added = await dana.preview({ subject: VIC, role: 'viewer' });
    expect(added.body.plan.problems).toEqual([]);
    expect(ofVic()).toEqual([]);

    cluster.resetWrites();
    await dana.add({ revision: 1, subject: VIC, role: 'viewer' });
    await untilPhase(portal, ID, 'active');
    expect(ofVic()).toHaveLength(3);
    expect(cluster.writes).toHaveLength(added.body.plan.changes.length);

    const removed = await dana.preview({ subject: VIC });
    expect(removed.body.people).toMatchObject([
      { ref: VIC, before: 'viewer', namespaces: { length: 3 } },
    ]);
    cluster.resetWrites();
    await dana.remove({ revision: 2, subject: VIC });
    await untilPhase(portal, ID, 'active');
    expect(ofVic()).toEqual([]);
    expect(cluster.writes).toHaveLength(removed.body.plan.changes.length);
  });

  it('should get rights by a transfer, and lose them with the owner Group, as the plan says', async () => {
    expect(bindings().join()).toContain('team-ds');
    const plan = (body: object) =>
      portal.as('ada').post(`/workspaces/${ID}/plan`, body);
    const planned = await plan({
      kind: 'transfer',
      owner: 'group:default/insights',
    });
    expect(planned.body).toMatchObject({ revision: 1, problems: [] });
    expect(planned.body.changes.length).toBeGreaterThan(0);
    expect(bindings().join()).toContain('team-ds');
    for (const [owner, code] of [
      ['group:default/gone', 'GroupNotFound'],
      ['group:default/data', 'ValidationFailed'],
    ]) {
      const refused = await plan({ kind: 'transfer', owner });
      expect([refused.status, refused.body.error.code]).toEqual([400, code]);
    }
    cluster.resetWrites();
    await membersClient(portal.as('ada'), ID).transfer({
      revision: 1,
      owner: 'group:default/insights',
    });
    await untilPhase(portal, ID, 'active');
    expect(bindings().join()).toContain('insights');
    expect(bindings().join()).not.toContain('team-ds');
    expect(cluster.writes).toHaveLength(planned.body.changes.length);
  });
});
