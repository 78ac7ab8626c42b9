import type { StoredWorkspace } from '../types';
import { membersClient } from './membersClient';
import { newWorkspace } from './newWorkspace';
import { startPortal, type Person, type Portal } from './startPortal';

/**
 * A portal for a whole file, and for each test a fresh workspace: owned by `group:default/data`, with Dana as admin,
 * and in a cluster that answers nobody.
 */
export function useWorkspaceWithMembers() {
  let portal: Portal;
  let workspaces = 0;
  let id: string;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  beforeEach(async () => {
    workspaces += 1;
    id = `alpha-${workspaces}`;
    await portal.store.create(
      newWorkspace(id, {
        owner: 'group:default/data',
        cluster: 'dead',
        createdBy: 'user:default/dana',
        members: [{ subject: 'user:default/dana', role: 'admin' }],
      }),
      50,
    );
  });

  return {
    id: () => id,
    stored: async () => (await portal.store.findById(id)) as StoredWorkspace,
    as: (person: Person) => membersClient(portal.as(person), id),
  };
}
