import type { Activity } from '@team-workspaces/backstage-plugin-workspaces-common';
import { createStoreDatabases } from '../__testUtils__/storeDatabases';
import { createTestStore } from '../__testUtils__/createTestStore';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import type { ActivityQuery } from '../types';

jest.setTimeout(60_000);

const databases = createStoreDatabases();

const ENTRIES: readonly Pick<Activity, 'actor' | 'action' | 'message'>[] = [
  { actor: 'user:default/ann', action: 'created', message: 'For team-ds.' },
  { actor: 'system', action: 'failed', message: 'No Quota: 100% used' },
  { actor: 'user:default/ann', action: 'retry', message: 'Started again.' },
  { actor: 'user:default/bob', action: 'retry', message: 'A_B and A\\B' },
  { actor: 'system', action: 'active', message: 'All 100 are ready.' },
];

describe.each(databases.eachSupportedId())('activity on %s', databaseId => {
  async function setUp() {
    const store = await createTestStore(await databases.init(databaseId));
    const { uid } = await store.create(newWorkspace('alpha'), 5);
    const other = await store.create(newWorkspace('beta'), 5);
    for (const entry of ENTRIES) {
      await store.addActivity(uid, { ...entry, result: 'info' });
    }
    await store.addActivity(other.uid, {
      actor: 'user:default/cid',
      action: 'adopted',
      result: 'info',
      message: 'Of another workspace',
    });
    const messages = async (query: Omit<ActivityQuery, 'limit'>) => {
      const { items } = await store.listActivity(uid, { limit: 50, ...query });
      return items.map(({ message }) => message);
    };
    return { store, uid, messages };
  }

  it('filters by actor, by kind and by both', async () => {
    const { messages } = await setUp();
    expect(await messages({ actor: 'user:default/ann' })).toEqual([
      'Started again.',
      'For team-ds.',
    ]);
    expect(await messages({ action: 'retry' })).toEqual([
      'A_B and A\\B',
      'Started again.',
    ]);
    expect(
      await messages({ actor: 'user:default/ann', action: 'retry' }),
    ).toEqual(['Started again.']);
    expect(await messages({ actor: 'user:default/cid' })).toEqual([]);
    expect(await messages({ actor: 'user:default/an' })).toEqual([]);
  });

  it.each([
    ['in another case', 'no qUOTA', ['No Quota: 100% used']],
    ['of an actor', 'BOB', ['A_B and A\\B']],
    ['with %', '100%', ['No Quota: 100% used']],
    ['with _', 'a_b', ['A_B and A\\B']],
    ['with a backslash', 'a\\b', ['A_B and A\\B']],
    ['of nothing', 'absent', []],
    ['of another workspace', 'another workspace', []],
  ])('finds a text %s', async (_what, text, expected) => {
    const { messages } = await setUp();
    expect(await messages({ text })).toEqual(expected);
  });

  it('pages through what a filter lets through', async () => {
    const { store, uid } = await setUp();
    const query = { limit: 1, action: 'retry' };
    const first = await store.listActivity(uid, query);
    expect(first.items).toHaveLength(1);
    const { nextCursor: cursor } = first;
    const second = await store.listActivity(uid, { ...query, cursor });
    expect(second.items.map(({ message }) => message)).toEqual([
      'Started again.',
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it('tells what can be filtered by, of this workspace alone', async () => {
    const { store, uid } = await setUp();
    await expect(store.activityFilters(uid)).resolves.toEqual({
      actors: ['system', 'user:default/ann', 'user:default/bob'],
      actions: ['active', 'created', 'failed', 'retry'],
    });
  });
});
