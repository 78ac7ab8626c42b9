import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import { startPortal, type Portal } from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

describe('what the catalog reads', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
    for (const id of ['gamma', 'alpha', 'beta']) {
      await portal.store.create(
        newWorkspace(id, {
          owner: 'group:default/team-ds',
          members: [
            { subject: 'user:default/vic', role: 'viewer' },
            { subject: 'user:default/unknown', role: 'admin' },
          ],
        }),
        5,
      );
    }
  });

  afterAll(() => portal.stop());

  const readAs = (subject: string, query = '') =>
    request(portal.server)
      .get(`/api/workspaces/v1/catalog/workspaces${query}`)
      .set(
        'authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(subject),
          targetPluginId: 'workspaces',
        }),
      );

  it('should tell the catalog every workspace with the people in it', async () => {
    const { body } = await readAs('plugin:catalog').expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
      'alpha',
      'beta',
      'default',
      'gamma',
    ]);
    expect(body.items[0]).toEqual({
      id: 'alpha',
      uid: expect.any(String),
      displayName: 'Workspace alpha',
      description: '',
      owner: 'group:default/team-ds',
      cluster: expect.any(String),
      isDefault: false,
      namespaces: expect.arrayContaining(['alpha-notebooks']),
      members: ['user:default/dana', 'user:default/lee', 'user:default/vic'],
    });
    expect(body.items[2]).toMatchObject({ isDefault: true, members: [] });
    expect(body.nextCursor).toBeUndefined();
  });

  it('should go from page to page', async () => {
    const first = await readAs('plugin:catalog', '?limit=3').expect(200);
    expect(first.body.items).toHaveLength(3);
    expect(first.body.nextCursor).toBe('default');
    const last = await readAs(
      'plugin:catalog',
      `?limit=3&cursor=${first.body.nextCursor}`,
    ).expect(200);
    expect(last.body).toEqual({
      items: [expect.objectContaining({ id: 'gamma' })],
    });
  });

  it('should tell about some only, and leave out those that are gone', async () => {
    const { body } = await readAs('plugin:catalog', '?id=beta&id=gone').expect(
      200,
    );
    expect(body.items).toEqual([expect.objectContaining({ id: 'beta' })]);
  });

  it.each(['?limit=0', '?limit=501', '?page=2', `?cursor=${'a'.repeat(64)}`])(
    'should refuse %s',
    async query => {
      const { body } = await readAs('plugin:catalog', query).expect(400);
      expect(body.error.code).toBe('ValidationFailed');
    },
  );

  it.each(['plugin:scaffolder', 'plugin:catalog-import', 'external:catalog'])(
    'should refuse the service %s',
    async subject => {
      const { body } = await readAs(subject).expect(403);
      expect(body.error.code).toBe('PermissionDenied');
      expect(body.items).toBeUndefined();
    },
  );

  it('should refuse users, whatever service asks on their behalf', async () => {
    const { body } = await portal
      .as('ada')
      .get('/catalog/workspaces')
      .expect(403);
    expect(body.error.code).toBe('PermissionDenied');
    await request(portal.server)
      .get('/api/workspaces/v1/catalog/workspaces')
      .set(
        'authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.user('user:default/ada'),
          targetPluginId: 'workspaces',
        }),
      )
      .expect(403);
    await request(portal.server)
      .get('/api/workspaces/v1/catalog/workspaces')
      .set('authorization', mockCredentials.none.header())
      .expect(401);
  });
});
