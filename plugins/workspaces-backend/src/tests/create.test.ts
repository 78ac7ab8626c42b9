import { ROLE_PERMISSIONS } from '@team-workspaces/backstage-plugin-workspaces-common';
import { startPortal, type Portal } from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const REQUEST = {
  id: 'data-science',
  displayName: 'Data Science',
  owner: 'group:default/team-ds',
};

describe('requesting a workspace', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal({ config: { limits: { perGroup: 2 } } });
  });

  afterEach(() => portal.stop());

  const errorOf = async (
    answer: PromiseLike<{ status: number; body: { error: { code: string } } }>,
  ) => {
    const { status, body } = await answer;
    return [status, body.error.code];
  };

  it('should store what was asked for, with the requester as admin', async () => {
    const { status, body, headers } = await portal
      .as('dana')
      .post('/workspaces', REQUEST);
    expect(status).toBe(202);
    expect(headers['retry-after']).toBe('2');
    expect(body).toMatchObject({
      ...REQUEST,
      description: '',
      cluster: 'dead',
      quotaProfile: 'small',
      createdBy: 'user:default/dana',
      generation: 1,
      revision: 1,
      memberCount: 2,
      access: { role: 'admin', permissions: [...ROLE_PERMISSIONS.admin] },
      namespaces: [
        { name: 'data-science-notebooks', networkProfile: 'notebooks' },
        { name: 'data-science-drls-clusters', networkProfile: 'clusters' },
        { name: 'data-science-drls-pipelines', networkProfile: 'pipelines' },
      ],
    });
    expect(body).not.toHaveProperty('creationToken');
    expect(body).not.toHaveProperty('uid');
    const activity = await portal
      .as('dana')
      .get('/workspaces/data-science/activity');
    expect(activity.body.items).toContainEqual(
      expect.objectContaining({
        action: 'created',
        actor: 'user:default/dana',
      }),
    );
  });

  it('should take a short ref of a Group, and one for a Group above', async () => {
    const short = await portal
      .as('dana')
      .post('/workspaces', { ...REQUEST, owner: 'team-ds' });
    expect(short.body.owner).toBe('group:default/team-ds');
    const above = await portal.as('dana').post('/workspaces', {
      ...REQUEST,
      id: 'above',
      owner: 'group:default/data',
    });
    expect(above.status).toBe(202);
  });

  it('should give the same workspace for the same request', async () => {
    const first = await portal.as('dana').post('/workspaces', REQUEST);
    const again = await portal.as('lee').post('/workspaces', REQUEST);
    expect(again.status).toBe(202);
    expect(again.body.createdAt).toBe(first.body.createdAt);
    expect(await portal.store.count({})).toBe(2);
  });

  it('should store one workspace for requests at the same time', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => portal.as('dana').post('/workspaces', REQUEST)),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(await portal.store.count({})).toBe(2);
  });

  it('should refuse another request for a taken id', async () => {
    await portal.as('dana').post('/workspaces', REQUEST);
    const other = { ...REQUEST, displayName: 'Another' };
    const { status, body } = await portal.as('lee').post('/workspaces', other);
    expect([status, body.error.code]).toEqual([409, 'WorkspaceConflict']);
    expect(body.error.message).toContain('displayName');
  });

  it('should tell no more than that an id of strangers is taken', async () => {
    await portal.as('dana').post('/workspaces', REQUEST);
    const { body } = await portal
      .as('vic')
      .post('/workspaces', { ...REQUEST, owner: 'group:default/insights' });
    expect(body.error).toEqual({
      name: 'ConflictError',
      code: 'WorkspaceConflict',
      message: 'The id "data-science" is taken.',
    });
    const check = await portal.as('vic').get('/ids/data-science');
    expect(check.body).toMatchObject({
      available: false,
      problems: [{ rule: 'taken', message: 'The id "data-science" is taken.' }],
    });
  });

  it('should refuse a foreign Group, one that is not there, and somebody in no team', async () => {
    const ask = (person: 'dana' | 'nico' | 'ada', owner: string) =>
      errorOf(portal.as(person).post('/workspaces', { ...REQUEST, owner }));
    expect(await ask('dana', 'insights')).toEqual([403, 'NotGroupMember']);
    expect(await ask('dana', 'nowhere')).toEqual([403, 'NotGroupMember']);
    expect(await ask('nico', 'team-ds')).toEqual([403, 'NotGroupMember']);
    expect(await ask('ada', 'nowhere')).toEqual([400, 'GroupNotFound']);
    expect(await portal.store.count({})).toBe(1);
  });

  it('should let a portal admin request for any Group', async () => {
    const { status } = await portal.as('ada').post('/workspaces', REQUEST);
    expect(status).toBe(202);
  });

  it('should refuse more workspaces than a Group may have', async () => {
    for (const id of ['one', 'two']) {
      await portal.as('dana').post('/workspaces', { ...REQUEST, id });
    }
    const third = { ...REQUEST, id: 'three' };
    expect(await errorOf(portal.as('dana').post('/workspaces', third))).toEqual(
      [409, 'GroupLimitReached'],
    );
    expect(await errorOf(portal.as('dana').post('/plan', third))).toEqual([
      409,
      'GroupLimitReached',
    ]);
    const options = await portal.as('dana').get('/options');
    expect(options.body.groups).toContainEqual(
      expect.objectContaining({
        ref: 'group:default/team-ds',
        allowed: false,
        workspaces: 2,
        problem: 'The Group has 2 of 2 team workspaces.',
      }),
    );
  });

  it('should refuse those who are not signed in', async () => {
    const { default: request } = await import('supertest');
    const { mockCredentials } = await import('@backstage/backend-test-utils');
    const asNobody = (header: string) =>
      request(portal.server)
        .get('/api/workspaces/v1/workspaces')
        .set('authorization', header);
    expect((await asNobody(mockCredentials.none.header())).status).toBe(401);
    const service = await asNobody(mockCredentials.service.header());
    expect([service.status, service.body.error.code]).toEqual([
      403,
      'PermissionDenied',
    ]);
  });
});
