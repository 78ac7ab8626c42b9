import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import createKnex, { type Knex } from 'knex';
import { createTestStore } from '../__testUtils__/createTestStore';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import { ORGANISATION } from '../__testUtils__/organisation';
import { CatalogMembershipResolver } from '../membership/CatalogMembershipResolver';
import { GroupDirectory } from '../membership/GroupDirectory';
import { createPeople } from './createPeople';
import { serviceAccountName } from './serviceAccountName';

const ANNOTATION = 'example.com/subject';
const DANA = 'user:default/dana';
const LEE = 'user:default/lee';

describe('SignInHandler', () => {
  let knex: Knex;

  afterEach(() => knex.destroy());

  /** Handles sign-ins with subjects that the catalog has of some people. */
  const start = async (subjects: Readonly<Record<string, string>> = {}) => {
    knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    const store = await createTestStore(knex);
    const entities: Entity[] = structuredClone(ORGANISATION);
    for (const entity of entities) {
      const subject = subjects[entity.metadata.name];
      if (entity.kind === 'User' && subject) {
        entity.metadata.annotations = { [ANNOTATION]: subject };
      }
    }
    const catalog = catalogServiceMock({ entities });
    const read = jest.spyOn(catalog, 'getEntitiesByRefs');
    const logger = mockServices.logger.mock();
    const groups = new GroupDirectory({
      catalog,
      auth: mockServices.auth(),
      logger,
    });
    const config = {
      nestedGroups: true,
      identity: { subjectAnnotation: ANNOTATION },
    };
    const { people, signIns, resolver, status } = await createPeople({
      config,
      database: { getClient: async () => knex },
      store,
      logger,
      groups,
      membership: new CatalogMembershipResolver({ groups, nestedGroups: true }),
    });
    const request = async (id: string, owner: string) => {
      const workspace = await store.create(
        newWorkspace(id, { owner: `group:default/${owner}`, members: [] }),
        9,
      );
      const dueMark = async () =>
        (await knex('workspaces').where({ id }).first('due_mark')).due_mark;
      return { ...workspace, dueMark };
    };
    const signIn = async (...refs: string[]) => {
      for (const ref of refs) {
        await people.addSignIn(ref);
      }
      return signIns.handle(await people.listPending(9));
    };
    /** As a pass does after it wrote. */
    const record = async (workspaceId: string, name: string) => {
      const workspace = await store.findById(workspaceId);
      await knex('workspace_objects').insert(
        workspace?.namespaces.map(namespace => ({
          workspace_uid: workspace.uid,
          api_version: 'v1',
          kind: 'ServiceAccount',
          namespace: namespace.name,
          name,
          uid: 'any',
          step: 'service-accounts',
          adopted: false,
        })),
      );
    };
    return {
      store,
      people,
      signIns,
      resolver,
      status,
      request,
      signIn,
      record,
      read,
      logger,
      groups,
    };
  };

  it('should make due exactly the workspaces of the person that lack ServiceAccounts', async () => {
    const { request, signIn, record, people } = await start();
    const direct = await request('direct', 'team-ds');
    const above = await request('above', 'data');
    const foreign = await request('foreign', 'insights');
    expect(await signIn(DANA)).toBe(2);
    expect([
      await direct.dueMark(),
      await above.dueMark(),
      await foreign.dueMark(),
    ]).toEqual([2, 2, 1]);
    expect(await people.listPending(9)).toEqual([]);
    await record('direct', serviceAccountName(DANA));
    expect(await signIn(DANA)).toBe(1);
    await record('above', serviceAccountName(DANA));
    expect(await signIn(DANA)).toBe(0);
    expect(await signIn(DANA, LEE)).toBe(2);
  });

  it('should keep sign-ins while the catalog is away', async () => {
    const { request, signIn, people, read } = await start();
    await request('alpha', 'team-ds');
    read.mockRejectedValueOnce(new Error('away'));
    await expect(signIn(DANA)).rejects.toMatchObject({
      code: 'CatalogUnavailable',
    });
    expect(await people.listPending(9)).toHaveLength(1);
    expect(await signIn()).toBe(1);
  });

  it('should be done with those whom the catalog does not know', async () => {
    const { signIn, people } = await start();
    expect(await signIn('user:default/stranger')).toBe(0);
    expect(await people.listPending(9)).toEqual([]);
    expect(await people.listPeople()).toEqual([]);
  });

  it('should call people as the annotation says, unless somebody else is called so', async () => {
    const { signIn, people, logger } = await start({
      dana: '3f1c',
      lee: '3f1c',
      vic: DANA,
    });
    await signIn(DANA);
    await signIn(LEE, 'user:default/vic');
    const subjects = (await people.listPeople()).map(({ ref, subject }) => [
      ref,
      subject,
    ]);
    expect(Object.fromEntries(subjects)).toEqual({
      [DANA]: '3f1c',
      [LEE]: LEE,
      'user:default/vic': 'user:default/vic',
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('should learn how somebody is called before the sign-in is handled', async () => {
    const { signIns, people } = await start();
    await signIns.identify(DANA);
    expect(await people.findPeople([DANA])).toHaveLength(1);
    await signIns.identify(DANA);
    expect(await people.listPending(9)).toEqual([{ ref: DANA, mark: 1 }]);
  });

  it('should resolve people with their highest role, and no one who has not signed in', async () => {
    const { signIn, resolver } = await start();
    await signIn(DANA, LEE, 'user:default/stranger');
    const members = [
      { subject: 'group:default/team-ds', role: 'user' },
      { subject: DANA, role: 'admin' },
      { subject: 'user:default/vic', role: 'viewer' },
      { subject: 'user:default/stranger', role: 'viewer' },
    ] as const;
    const people = await resolver.peopleOf(members);
    expect(people.map(({ ref, role }) => [ref, role])).toEqual([
      [DANA, 'admin'],
      [LEE, 'user'],
    ]);
    expect(await (await resolver.snapshot()).peopleOf(members)).toEqual(people);
  });

  it('should tell how people are from records', async () => {
    const { store, request, signIn, record, status } = await start();
    await request('alpha', 'team-ds');
    await signIn(DANA, LEE);
    await record('alpha', serviceAccountName(DANA));
    const workspace = (await store.findById('alpha'))!;
    const found = await status.statusOf(workspace, [
      DANA,
      LEE,
      'user:default/vic',
    ]);
    expect([...found].map(([ref, one]) => [ref, one.serviceAccounts])).toEqual(
      expect.arrayContaining([
        [
          DANA,
          {
            state: 'ready',
            name: serviceAccountName(DANA),
            ready: 3,
            total: 3,
          },
        ],
        [
          LEE,
          {
            state: 'pending',
            name: serviceAccountName(LEE),
            ready: 0,
            total: 3,
          },
        ],
      ]),
    );
    expect(found.size).toBe(2);
    expect(await status.leaving(workspace, [DANA])).toEqual([]);
    expect(await status.leaving(workspace, [LEE])).toEqual([
      expect.objectContaining({
        ref: DANA,
        serviceAccounts: expect.objectContaining({
          state: 'leaving',
          ready: 3,
        }),
      }),
    ]);
  });
});
