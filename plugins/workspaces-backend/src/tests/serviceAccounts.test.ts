import type { ServiceAccount } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ClusterPortal } from '../__testUtils__/ClusterPortal';
import { serviceAccountName } from '../people/serviceAccountName';
import { ForeignWriter } from '../steps/__testUtils__/ForeignWriter';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const LEE = serviceAccountName('user:default/lee');
const DANA = serviceAccountName('user:default/dana');

describe('the list of ServiceAccounts', () => {
  let stage: ClusterPortal;
  let other: ForeignWriter;

  beforeEach(async () => {
    stage = await ClusterPortal.start();
    other = new ForeignWriter(stage.cluster);
  });

  afterEach(async () => {
    await other.close();
    await stage.stop();
  });

  const read = async () =>
    (await stage.portal.as('dana').get('/workspaces/alpha/service-accounts'))
      .body as { items: ServiceAccount[]; problem?: { reason: string } };
  const create = (name: string) =>
    other.create({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace: 'alpha-notebooks' },
    });

  it('should show those of people, and say which are not ours', async () => {
    await stage.request('alpha');
    expect(await read()).toEqual({ items: [] });
    await create('user-by-hand');
    await create('builder');
    const foreign = await create(LEE);
    await stage.signIn('dana');
    // The step fails for lee, which keeps the workspace from settling at once.
    await stage.portal.as('lee').post('/sign-in').expect(202);
    await stage.settle();
    const { items, problem } = await read();
    expect(problem?.reason).toBe('ServiceAccountConflict');
    expect(
      items
        .filter(({ namespace }) => namespace === 'alpha-notebooks')
        .map(({ name, ref, state }) => [name, ref, state]),
    ).toEqual(
      [
        [DANA, 'user:default/dana', 'ready'],
        [LEE, 'user:default/lee', 'foreign'],
        ['user-by-hand', undefined, 'foreign'],
      ].sort(([one], [another]) => (String(one) < String(another) ? -1 : 1)),
    );
    expect(
      stage
        .accountsOf('alpha')
        .find(({ metadata }) => metadata.uid === foreign.metadata.uid),
    ).toEqual(
      expect.objectContaining({
        metadata: expect.objectContaining({
          resourceVersion: foreign.metadata.resourceVersion,
        }),
      }),
    );
    const workspace = await stage.portal.store.findById('alpha');
    expect(workspace?.phase).toBe('degraded');
    const members = await stage.portal
      .as('dana')
      .get('/workspaces/alpha/members');
    expect(JSON.stringify(members.body)).toContain('"state":"conflict"');
  });

  it('should say why it shows nothing when the cluster does not answer', async () => {
    await stage.request('alpha');
    await stage.signIn('dana');
    stage.cluster.faults.add({ effect: { type: 'status', code: 503 } });
    expect(await read()).toEqual({
      items: [],
      problem: expect.objectContaining({ reason: 'ClusterUnavailable' }),
    });
    stage.cluster.faults.clear();
  });

  it('should be for those who may read members only', async () => {
    await stage.request('alpha');
    const stranger = await stage.portal
      .as('vic')
      .get('/workspaces/alpha/service-accounts');
    expect(stranger.status).toBe(404);
    const ofDefault = await stage.portal
      .as('dana')
      .get('/workspaces/default/service-accounts');
    expect(ofDefault.status).toBe(403);
  });
});
