import { newWorkspace } from '../__testUtils__/newWorkspace';
import { startPortal, type Portal } from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

describe('changing a workspace', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal();
    await portal.store.create(
      newWorkspace('alpha', {
        cluster: 'dead',
        owner: 'group:default/team-ds',
        members: [{ subject: 'user:default/dana', role: 'admin' }],
      }),
      5,
    );
  });

  afterEach(() => portal.stop());

  it('should store a change, with a new revision and who made it', async () => {
    const { status, body } = await portal
      .as('dana')
      .patch('/workspaces/alpha', {
        revision: 1,
        changes: { displayName: 'Alpha two', description: 'Second' },
      });
    expect(status).toBe(202);
    expect(body).toMatchObject({ displayName: 'Alpha two', revision: 2 });
    const activity = await portal.as('dana').get('/workspaces/alpha/activity');
    expect(activity.body.items).toContainEqual(
      expect.objectContaining({
        action: 'updated',
        actor: 'user:default/dana',
        message: 'Changed displayName, description.',
        details: {
          fields: [
            {
              field: 'displayName',
              before: 'Workspace alpha',
              after: 'Alpha two',
            },
            { field: 'description', before: '', after: 'Second' },
          ],
        },
      }),
    );
  });

  it('should set and clear an expiry', async () => {
    const set = await portal.as('ada').patch('/workspaces/alpha', {
      revision: 1,
      changes: { expiresAt: '2999-01-01T01:00:00+01:00' },
    });
    expect(set.body.expiresAt).toBe('2999-01-01T00:00:00.000Z');
    const cleared = await portal.as('ada').patch('/workspaces/alpha', {
      revision: 2,
      changes: { expiresAt: null },
    });
    expect(cleared.body.expiresAt).toBeUndefined();
  });

  it('should refuse a stale revision and tell the present one', async () => {
    const change = { revision: 1, changes: { description: 'First' } };
    await portal.as('dana').patch('/workspaces/alpha', change);
    for (const [path, body] of [
      ['', undefined],
      ['/delete', { revision: 1, confirmation: 'alpha' }],
    ] as const) {
      const answer = body
        ? await portal.as('ada').post(`/workspaces/alpha${path}`, body)
        : await portal.as('ada').patch('/workspaces/alpha', change);
      expect(answer.status).toBe(409);
      expect(answer.body.error).toMatchObject({
        code: 'RevisionConflict',
        current: 2,
      });
    }
  });

  it('should mark for deletion once, and take no changes after', async () => {
    const ada = portal.as('ada');
    const body = { revision: 1, confirmation: 'alpha' };
    const deleted = await ada.post('/workspaces/alpha/delete', body);
    expect(deleted.status).toBe(202);
    expect(deleted.body).toMatchObject({
      phase: 'deleting',
      deletionRequestedBy: 'user:default/ada',
    });
    const again = await ada.post('/workspaces/alpha/delete', body);
    expect(again.status).toBe(202);
    const change = await ada.patch('/workspaces/alpha', {
      revision: 2,
      changes: { description: 'Late' },
    });
    expect([change.status, change.body.error.code]).toEqual([
      409,
      'WorkspaceDeleting',
    ]);
  });

  it('should not delete what is protected', async () => {
    const ada = portal.as('ada');
    const change = { revision: 1, changes: { protected: true } };
    expect((await ada.patch('/workspaces/alpha', change)).status).toBe(202);
    const { status, body } = await ada.post('/workspaces/alpha/delete', {
      revision: 2,
      confirmation: 'alpha',
    });
    expect([status, body.error.code]).toEqual([409, 'WorkspaceProtected']);
    expect((await portal.store.findById('alpha'))?.phase).not.toBe('deleting');
  });

  it('should adopt nothing that the plan does not show', async () => {
    const { status, body } = await portal
      .as('ada')
      .post('/workspaces/alpha/adopt', {
        revision: 1,
        namespaces: [{ name: 'kube-system', uid: 'anything' }],
      });
    expect([status, body.error.code]).toEqual([409, 'NothingToAdopt']);
  });

  it.each([
    ['PATCH', '', { revision: 1, changes: { description: 'Mine' } }],
    ['POST', '/retry', undefined],
    ['POST', '/plan', { kind: 'repair' }],
    ['POST', '/delete', { revision: 1, confirmation: 'default' }],
    [
      'POST',
      '/adopt',
      { revision: 1, namespaces: [{ name: 'notebooks', uid: 'x' }] },
    ],
  ])(
    'should let nobody %s%s the default workspace',
    async (method, path, body) => {
      for (const person of ['dana', 'ada'] as const) {
        const url = `/workspaces/default${path}`;
        const answer =
          method === 'PATCH' && body
            ? await portal.as(person).patch(url, body)
            : await portal.as(person).post(url, body);
        expect([answer.status, answer.body.error.code]).toEqual([
          403,
          'DefaultWorkspaceReadOnly',
        ]);
      }
    },
  );

  it('should show the default workspace to everybody who is signed in', async () => {
    const { body } = await portal.as('nico').get('/workspaces/default');
    expect(body).toMatchObject({
      isDefault: true,
      access: { role: 'viewer', permissions: ['read'] },
    });
  });
});
