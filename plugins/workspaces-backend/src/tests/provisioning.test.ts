import { DevCluster } from '@team-workspaces/dev-cluster';
import { startPortal, type Portal } from '../__testUtils__/startPortal';
import { untilPhase } from '../__testUtils__/untilPhase';
import {
  devClusterClient,
  devClusterDefinition,
} from '../cluster/testing/devClusterClient';

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
        reconciler: {
          pollInterval: { milliseconds: 50 },
          attemptsBeforeError: 1,
        },
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

  const createNamespace = async (name: string) => {
    const client = await devClusterClient(cluster);
    await client.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { team: 'somebody-else' } },
    });
    await client.close();
    return cluster
      .objects()
      .find(
        ({ kind, metadata }) => kind === 'Namespace' && metadata.name === name,
      );
  };

  const activityOf = async (id: string) => {
    const { body } = await portal
      .as('ada')
      .get(`/workspaces/${id}/activity?limit=100`);
    return body.items.map(({ action }: { action: string }) => action);
  };

  it('should fail on a namespace of somebody else, leave it alone, and adopt it on demand', async () => {
    const foreign = await createNamespace('data-science-notebooks');
    await portal.as('dana').post('/workspaces', REQUEST);
    const failed = await untilPhase(portal, 'data-science', 'error');
    expect(failed.conditions).toContainEqual(
      expect.objectContaining({
        type: 'namespaces',
        status: 'False',
        reason: 'NamespaceConflict',
        hint: expect.any(String),
      }),
    );
    expect(cluster.objects()).toContainEqual(foreign);
    expect(portal.sent.notifications).toHaveBeenCalledWith(
      expect.objectContaining({
        payload: expect.objectContaining({ title: 'Data Science failed' }),
      }),
    );

    const plan = await portal
      .as('ada')
      .post('/workspaces/data-science/plan', { kind: 'adopt' });
    const adoptable = plan.body.changes.filter(
      ({ action }: { action: string }) => action === 'adopt',
    );
    expect(adoptable).toHaveLength(1);
    const { name, uid } = adoptable[0].object;
    const recreated = await portal
      .as('ada')
      .post('/workspaces/data-science/adopt', {
        revision: plan.body.revision,
        namespaces: [{ name, uid: 'another' }],
      });
    expect(recreated.body.error.code).toBe('NothingToAdopt');
    const adopted = await portal
      .as('ada')
      .post('/workspaces/data-science/adopt', {
        revision: plan.body.revision,
        namespaces: [{ name, uid }],
      });
    expect(adopted.status).toBe(202);
    await untilPhase(portal, 'data-science', 'active');
    expect(await activityOf('data-science')).toEqual(
      expect.arrayContaining(['created', 'adopted']),
    );
  });

  it('should fail while the cluster refuses, and become active on a retry', async () => {
    const heal = cluster.faults.add({
      verbs: ['create'],
      resource: 'namespaces',
      effect: { type: 'status', code: 403 },
    });
    await portal.as('dana').post('/workspaces', REQUEST);
    const failed = await untilPhase(portal, 'data-science', 'error');
    expect(failed.conditions[0]).toMatchObject({ reason: 'RbacInsufficient' });
    heal();
    const { status, body } = await portal
      .as('ada')
      .post('/workspaces/data-science/retry');
    expect([status, body.phase]).toEqual([202, 'pending']);
    await untilPhase(portal, 'data-science', 'active');
  });

  it('should go with its namespaces, and free its id, on deletion', async () => {
    await portal.as('dana').post('/workspaces', REQUEST);
    const { revision } = await untilPhase(portal, 'data-science', 'active');
    const plan = await portal
      .as('ada')
      .post('/workspaces/data-science/plan', { kind: 'delete' });
    expect(plan.body.changes).toContainEqual(
      expect.objectContaining({
        action: 'delete',
        object: expect.objectContaining({ name: 'data-science-notebooks' }),
      }),
    );
    await portal.as('ada').post('/workspaces/data-science/delete', {
      revision,
      confirmation: 'data-science',
    });
    await untilPhase(portal, 'data-science', 'gone');
    expect(namespaces()).not.toContain('data-science-notebooks');
    const { body } = await portal.as('dana').get('/ids/data-science');
    expect(body.available).toBe(true);
  });
});
