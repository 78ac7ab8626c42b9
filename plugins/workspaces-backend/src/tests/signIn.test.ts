import { mockCredentials } from '@backstage/backend-test-utils';
import {
  SUBJECT_ANNOTATION,
  USER_ANNOTATION,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import request from 'supertest';
import { ClusterPortal } from '../__testUtils__/ClusterPortal';
import { startPortal } from '../__testUtils__/startPortal';
import { untilTrue } from '../__testUtils__/untilTrue';
import { serviceAccountName } from '../people/serviceAccountName';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const LEE = 'user:default/lee';

describe('a sign-in', () => {
  let stage: ClusterPortal;

  beforeEach(async () => {
    stage = await ClusterPortal.start();
  });

  afterEach(() => stage.stop());

  it('should make ServiceAccounts in each workspace of the person, and write nothing the second time', async () => {
    await stage.request('alpha');
    await stage.request('beta');
    expect(stage.accountsOf('alpha')).toEqual([]);

    await stage.signIn('lee');
    for (const id of ['alpha', 'beta']) {
      expect(stage.accountsOf(id)).toHaveLength(3);
    }
    expect(stage.accountsOf('alpha')[0].metadata).toMatchObject({
      name: serviceAccountName(LEE),
      annotations: { [USER_ANNOTATION]: LEE, [SUBJECT_ANNOTATION]: LEE },
    });

    stage.cluster.resetWrites();
    const before = await stage.portal.store.findById('alpha');
    await stage.signIn('lee');
    expect(stage.cluster.writes).toEqual([]);
    expect(await stage.portal.store.findById('alpha')).toEqual(before);
  });

  it('should make nothing for those who are no members', async () => {
    await stage.request('alpha');
    stage.cluster.resetWrites();
    await stage.signIn('vic', 'nico');
    expect(stage.cluster.writes).toEqual([]);
  });

  it('should give a workspace that comes later what its people need', async () => {
    await stage.signIn('lee', 'dana');
    await stage.request('alpha');
    await stage.settle();
    expect(stage.accountsOf('alpha')).toHaveLength(6);
  });

  it('should have those taken away who are removed, at once', async () => {
    await stage.request('alpha');
    const added = await stage.portal
      .as('dana')
      .post('/workspaces/alpha/members', {
        revision: 1,
        subject: 'user:default/vic',
        role: 'viewer',
      });
    expect(added.status).toBe(202);
    await stage.signIn('vic', 'dana');
    expect(stage.accountsOf('alpha')).toHaveLength(6);
    const members = await stage.portal
      .as('dana')
      .get('/workspaces/alpha/members');
    expect(JSON.stringify(members.body)).toContain(
      JSON.stringify({
        state: 'ready',
        name: serviceAccountName('user:default/vic'),
        ready: 3,
        total: 3,
      }),
    );
    const removed = await stage.portal
      .as('dana')
      .post('/workspaces/alpha/members/remove', {
        revision: added.body.revision,
        subject: 'user:default/vic',
      });
    expect(removed.status).toBe(202);
    await untilTrue(
      'the ServiceAccounts to go',
      () => stage.accountsOf('alpha').length === 3,
    );
    await stage.settle();
    expect(
      (await stage.portal.as('dana').get('/workspaces/alpha/members')).body
        .leaving,
    ).toEqual([]);
  });
});

describe('the report of a sign-in', () => {
  it('should be stored without cluster and catalog, for users themselves only', async () => {
    const portal = await startPortal();
    const answer = await portal.as('lee').post('/sign-in');
    expect([answer.status, answer.body]).toEqual([202, { reported: true }]);
    const url = '/api/workspaces/v1/sign-in';
    const service = await request(portal.server)
      .post(url)
      .set('authorization', mockCredentials.service.header());
    expect(service.status).toBe(403);
    const onBehalf = mockCredentials.user.token(LEE, {
      actor: { subject: 'plugin:scaffolder' },
    });
    const behind = await request(portal.server)
      .post(url)
      .set('authorization', `Bearer ${onBehalf}`);
    expect([behind.status, behind.body.error.code]).toEqual([
      403,
      'PermissionDenied',
    ]);
    const nobody = await request(portal.server)
      .post(url)
      .set('authorization', mockCredentials.none.header());
    expect(nobody.status).toBe(401);
    const people = await untilTrue('the sign-in to be handled', async () => {
      const known = await portal.people.listPeople();
      return known.length > 0 ? known : undefined;
    });
    expect(people.map(({ ref }) => ref)).toEqual([LEE]);
    await portal.stop();
  });
});
