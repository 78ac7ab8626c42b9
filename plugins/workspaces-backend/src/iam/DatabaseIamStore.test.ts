import { createTestStore } from '../__testUtils__/createTestStore';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import { createStoreDatabases } from '../__testUtils__/storeDatabases';
import { DatabaseIamStore } from './DatabaseIamStore';

jest.setTimeout(60_000);

const ROLE = 'arn:aws:iam::123456789012:role/alpha';
const databases = createStoreDatabases();

describe.each(databases.eachSupportedId())('roles on %s', databaseId => {
  async function start() {
    const knex = await databases.init(databaseId);
    const store = await createTestStore(knex);
    const iamStore = await DatabaseIamStore.create({
      database: { getClient: async () => knex },
    });
    const alpha = await store.create(newWorkspace('alpha'), 5);
    const beta = await store.create(newWorkspace('beta'), 5);
    return { store, iamStore, alpha, beta };
  }

  it('should store a role as a change that a pass has to make', async () => {
    const { iamStore, alpha } = await start();
    const changed = await iamStore.setIam(alpha.uid, alpha.revision, {
      mode: 'external',
      roleArn: ROLE,
    });
    expect(changed).toMatchObject({
      iam: { mode: 'external', roleArn: ROLE },
      revision: alpha.revision + 1,
      generation: alpha.generation + 1,
      phase: 'pending',
    });
    expect(await iamStore.findByRoleArn(ROLE)).toMatchObject({ id: 'alpha' });
  });

  it('should refuse a stale revision, and a role that another workspace has', async () => {
    const { iamStore, alpha, beta } = await start();
    const role = { mode: 'external', roleArn: ROLE } as const;
    expect(await iamStore.setIam(alpha.uid, 99, role)).toBeUndefined();
    await iamStore.setIam(alpha.uid, alpha.revision, role);
    expect(await iamStore.setIam(beta.uid, beta.revision, role)).toBe(
      'role-taken',
    );
    expect(await iamStore.findByRoleArn(ROLE)).toMatchObject({ id: 'alpha' });
  });

  it('should list what counts of every workspace when others are proved', async () => {
    const { iamStore, alpha } = await start();
    await iamStore.setIam(alpha.uid, alpha.revision, { mode: 'managed' });
    const neighbours = await iamStore.listNeighbours();
    expect(neighbours).toHaveLength(2);
    expect(neighbours.find(({ id }) => id === 'alpha')).toEqual({
      uid: alpha.uid,
      id: 'alpha',
      cluster: alpha.cluster,
      namespaces: alpha.namespaces,
      isDefault: false,
      iam: { mode: 'managed' },
    });
  });

  it('should forget the result of the last sync with the role that it was about', async () => {
    const { store, iamStore, alpha } = await start();
    await iamStore.saveIamSync(alpha.uid, {
      at: '2026-01-01T00:00:00.000Z',
      by: 'user:default/mia',
      total: 1,
      updated: 0,
      unchanged: 1,
      failed: 0,
      failures: [],
    });
    expect((await store.findByUid(alpha.uid))?.lastIamSync?.total).toBe(1);
    await iamStore.setIam(alpha.uid, alpha.revision, { mode: 'none' });
    expect((await store.findByUid(alpha.uid))?.lastIamSync).toBeUndefined();
  });
});
