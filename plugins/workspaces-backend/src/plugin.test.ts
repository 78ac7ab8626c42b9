import { startPortal, type Portal } from './__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

describe('workspacesPlugin', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  it('should offer the caller own Groups', async () => {
    const { status, body } = await portal.as('dana').get('/options');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      userRef: 'user:default/dana',
      isPortalAdmin: false,
      admins: ['group:default/platform'],
      clusters: [{ name: 'dead', simulated: false }],
    });
    expect(body.groups).toEqual([
      expect.objectContaining({ ref: 'group:default/data', path: ['data'] }),
      expect.objectContaining({
        ref: 'group:default/team-ds',
        path: ['data', 'team-ds'],
        allowed: true,
        limit: 5,
      }),
    ]);
  });

  it('should store a requested workspace and show it', async () => {
    const created = await portal.as('dana').post('/workspaces', {
      id: 'data-science',
      displayName: 'Data Science',
      owner: 'group:default/team-ds',
    });
    expect(created.body).toMatchObject({ id: 'data-science' });
    expect(created.status).toBe(202);
    expect(created.headers['retry-after']).toBe('2');
    const list = await portal.as('lee').get('/workspaces?scope=mine');
    expect(list.body).toMatchObject({ items: [{ id: 'data-science' }] });
  });
});
