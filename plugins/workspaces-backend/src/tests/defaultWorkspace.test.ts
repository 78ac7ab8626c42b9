import { startPortal, type Portal } from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

describe('reading the default workspace', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      config: {
        defaultWorkspace: {
          enabled: true,
          owner: 'group:default/data',
          namespaces: [{ name: 'notebooks', networkProfile: 'notebooks' }],
        },
      },
    });
  });

  afterAll(() => portal.stop());

  it('should show that the default workspace has no members', async () => {
    const { status, body } = await portal
      .as('nico')
      .get('/workspaces/default/members');
    expect(status).toBe(200);
    expect(body).toEqual({
      revision: expect.any(Number),
      items: [],
      leaving: [],
      grantableRoles: [],
    });
  });

  it.each(['iam', 'iam/proof', 'service-accounts'])(
    'should have nothing to read at /%s of the default workspace',
    async path => {
      for (const person of ['nico', 'ada'] as const) {
        const { status, body } = await portal
          .as(person)
          .get(`/workspaces/default/${path}`);
        expect([status, body.error.code]).toEqual([403, 'PermissionDenied']);
        expect(body.error.message).toContain('nothing to read');
      }
    },
  );
});
