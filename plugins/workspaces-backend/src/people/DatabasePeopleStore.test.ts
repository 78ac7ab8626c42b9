import type { Knex } from 'knex';
import { createStoreDatabases } from '../__testUtils__/storeDatabases';
import { createTestStore } from '../__testUtils__/createTestStore';
import { DatabasePeopleStore } from './DatabasePeopleStore';
import { serviceAccountName } from './serviceAccountName';

jest.setTimeout(60_000);

const databases = createStoreDatabases();
const DANA = 'user:default/dana';
const LEE = 'user:default/lee';

describe.each(databases.eachSupportedId())('people on %s', databaseId => {
  let knex: Knex;
  let people: DatabasePeopleStore;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await createTestStore(knex);
    people = await DatabasePeopleStore.create({
      database: { getClient: async () => knex },
    });
  });

  const identityOf = (ref: string, subject: string) => ({
    ref,
    subject,
    serviceAccount: serviceAccountName(subject),
  });

  it('should keep a sign-in until it is handled, and each one after it', async () => {
    await people.addSignIn(DANA);
    await people.addSignIn(DANA);
    const [pending] = await people.listPending(9);
    expect(pending).toEqual({ ref: DANA, mark: 2 });
    await people.addSignIn(DANA);
    await people.finishSignIns([pending]);
    expect(await people.listPending(9)).toEqual([{ ref: DANA, mark: 3 }]);
    await people.finishSignIns([{ ref: DANA, mark: 3 }]);
    expect(await people.listPending(9)).toEqual([]);
    // What was handled later is not taken back.
    await people.finishSignIns([{ ref: DANA, mark: 2 }]);
    expect(await people.listPending(9)).toEqual([]);
  });

  it('should count nobody of whom the subject is not known', async () => {
    await people.addSignIn(DANA);
    expect(await people.listPeople()).toEqual([]);
    expect(await people.findPeople([DANA])).toEqual([]);
    expect(await people.savePeople([identityOf(DANA, 'dana')])).toEqual([]);
    const dana = {
      ref: DANA,
      subject: 'dana',
      serviceAccount: 'user-dana',
      lastSignInAt: expect.stringMatching(/^\d{4}-/),
    };
    expect(await people.listPeople()).toEqual([dana]);
    expect(await people.findPeople([LEE, DANA, DANA])).toEqual([dana]);
    expect(await people.findByServiceAccounts(['user-dana'])).toEqual([dana]);
    // A later sign-in forgets nothing.
    await people.addSignIn(DANA);
    expect(await people.findPeople([DANA])).toEqual([dana]);
  });

  it('should not let two people be called alike', async () => {
    await people.addSignIn(DANA);
    await people.addSignIn(LEE);
    expect(
      await people.savePeople([
        identityOf(DANA, 'shared'),
        identityOf(LEE, 'shared'),
      ]),
    ).toEqual([LEE]);
    expect(await people.savePeople([identityOf(LEE, 'shared')])).toEqual([LEE]);
    expect(await people.findPeople([LEE])).toEqual([]);
    expect(await people.savePeople([identityOf(LEE, LEE)])).toEqual([]);
    expect(await people.findPeople([DANA, LEE])).toHaveLength(2);
  });

  it('should find records of ServiceAccounts by name, and of nothing else', async () => {
    const record = (kind: string, name: string) => ({
      workspace_uid: 'one',
      api_version: 'v1',
      kind,
      namespace: 'a-notebooks',
      name,
      uid: `uid of ${kind} ${name}`,
      step: 'service-accounts',
      adopted: false,
    });
    await knex('workspace_objects').insert([
      record('ServiceAccount', 'user-dana'),
      record('ServiceAccount', 'user-lee'),
      record('ConfigMap', 'user-dana'),
    ]);
    expect(
      await people.listServiceAccountRecords(['user-dana', 'user-mia']),
    ).toEqual([
      { workspaceUid: 'one', namespace: 'a-notebooks', name: 'user-dana' },
    ]);
    expect(await people.listServiceAccountRecords([])).toEqual([]);
  });
});
