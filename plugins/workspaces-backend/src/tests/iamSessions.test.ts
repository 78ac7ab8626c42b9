import { ClusterPortal } from '../__testUtils__/ClusterPortal';
import type { Person } from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const RESOURCE = { resource: 's3://bucket/alpha/file', action: 'read' };

describe('asking about the session of somebody', () => {
  let stage: ClusterPortal;
  let accountOfDana: string;

  beforeAll(async () => {
    stage = await ClusterPortal.start();
    await stage.request('alpha');
    await stage.signIn('dana', 'lee', 'vic');
    const { body } = await stage.portal
      .as('lee')
      .get('/workspaces/alpha/service-accounts');
    accountOfDana = body.items.find(
      ({ ref }: { ref: string }) => ref === 'user:default/dana',
    ).name;
  });

  afterAll(() => stage.stop());

  const explain = (person: Person, session: object) =>
    stage.portal
      .as(person)
      .post('/workspaces/alpha/iam/explain', { ...RESOURCE, ...session });
  const check = (person: Person, session?: object) =>
    stage.portal.as(person).post('/workspaces/alpha/iam/checks', session);

  it('should answer for another member in another namespace', async () => {
    const session = {
      namespace: 'alpha-drls-clusters',
      serviceAccount: accountOfDana,
    };
    const explained = await explain('lee', session);
    expect(explained.status).toBe(200);
    expect(explained.body.request.sub).toBe(
      `system:serviceaccount:alpha-drls-clusters:${accountOfDana}`,
    );
    const checked = await check('lee', session);
    expect(checked.body.items).toContainEqual(
      expect.objectContaining({
        id: 'service-account',
        status: 'ok',
        message: `The ServiceAccount alpha-drls-clusters/${accountOfDana} is there.`,
      }),
    );
  });

  it('should answer for the caller in the first namespace where nothing is chosen', async () => {
    const explained = await explain('lee', {});
    expect(explained.body.request.sub).toMatch(
      /^system:serviceaccount:alpha-notebooks:user-user-default-lee-/,
    );
    for (const session of [undefined, {}]) {
      const checked = await check('lee', session);
      expect(JSON.stringify(checked.body)).toContain(
        'alpha-notebooks/user-user-default-lee-',
      );
    }
  });

  it.each([
    ['the namespace', { namespace: 'kube-system' }, 'namespace'],
    ['a ServiceAccount', { serviceAccount: 'default' }, 'serviceAccount'],
    [
      'somebody who is no member',
      { serviceAccount: 'user-vic' },
      'serviceAccount',
    ],
  ])('should refuse %s of others', async (_what, session, field) => {
    for (const ask of [explain, check]) {
      const { status, body } = await ask('lee', session);
      expect([status, body.error.code]).toEqual([400, 'ValidationFailed']);
      expect(body.error.fields).toEqual([expect.objectContaining({ field })]);
    }
  });

  it('should refuse fields that there are not, and people whose workspace it is not', async () => {
    const odd = await check('lee', { subject: 'user:default/dana' });
    expect([odd.status, odd.body.error.code]).toEqual([
      400,
      'ValidationFailed',
    ]);
    for (const ask of [explain, check]) {
      const foreign = await ask('vic', { serviceAccount: accountOfDana });
      expect(foreign.status).toBe(404);
    }
  });
});
