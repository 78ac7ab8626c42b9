import { DevCluster } from '@team-workspaces/dev-cluster';
import { startPortal, type Portal } from '../__testUtils__/startPortal';
import { untilPhase } from '../__testUtils__/untilPhase';
import { devClusterDefinition } from '../cluster/testing/devClusterClient';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const REQUEST = {
  id: 'data-science',
  displayName: 'Data Science',
  owner: 'group:default/team-ds',
};

describe('a workspace in a cluster', () => {
  let cluster: DevCluster;
  let portal: Portal;

  beforeEach(async () => {
    cluster = await DevCluster.start();
    portal = await startPortal({
      clusters: [devClusterDefinition(cluster)],
      config: {
        reconciler: { pollInterval: { milliseconds: 50 } },
      },
    });
  });

  afterEach(async () => {
    await portal.stop();
    await cluster.stop();
  });

  const namespaces = () =>
    cluster
      .objects()
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ metadata }) => metadata?.name);

  it('should become active after a request, with what the plan showed', async () => {
    const planned = await portal.as('dana').post('/plan', REQUEST);
    expect(planned.body).toMatchObject({ kind: 'create', problems: [] });
    expect(namespaces()).not.toContain('data-science-notebooks');
    cluster.resetWrites();

    const created = await portal.as('dana').post('/workspaces', REQUEST);
    expect(created.status).toBe(202);
    const active = await untilPhase(portal, 'data-science', 'active');

    expect(active.conditions.map(({ status }) => status)).toEqual(
      active.conditions.map(() => 'True'),
    );
    expect(namespaces()).toEqual(
      expect.arrayContaining([
        'data-science-notebooks',
        'data-science-drls-clusters',
        'data-science-drls-pipelines',
      ]),
    );
    expect(cluster.writes).toHaveLength(planned.body.changes.length);
    expect(portal.sent.notifications).toHaveBeenCalledWith(
      expect.objectContaining({
        payload: expect.objectContaining({ title: 'Data Science is active' }),
      }),
    );
    const usage = await portal.as('dana').get('/workspaces/data-science/usage');
    expect(usage.body.problem).toBeUndefined();
    expect(usage.body.namespaces).toHaveLength(3);
    expect(usage.body.namespaces[0]).toMatchObject({ found: true });
    const repair = await portal
      .as('ada')
      .post('/workspaces/data-science/plan', { kind: 'repair' });
    expect(repair.body.changes).toEqual([]);
  });
});
