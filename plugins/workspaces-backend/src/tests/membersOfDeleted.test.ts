import { newWorkspace } from '../__testUtils__/newWorkspace';
import { startPortal, type Portal } from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const ID = 'alpha';
const DANA = 'user:default/dana';
const VIC = 'user:default/vic';

describe('members of a workspace that is being deleted', () => {
  let portal: Portal;

  afterEach(() => portal.stop());

  it('should be shown, and not be changed', async () => {
    portal = await startPortal();
    const owner = 'group:default/data';
    const members = [{ subject: DANA, role: 'admin' as const }];
    const { uid } = await portal.store.create(
      newWorkspace(ID, { owner, cluster: 'dead', members }),
      5,
    );
    const deleted = await portal.store.requestDeletion(uid, 1, DANA);
    const dana = portal.as('dana');
    const { body } = await dana.get(`/workspaces/${ID}/members`);
    expect(body).toMatchObject({
      grantableRoles: [],
      items: [
        { changeable: false, problem: 'The workspace is being deleted.' },
        { changeable: false },
      ],
    });
    const { status, body: refused } = await dana.post(
      `/workspaces/${ID}/members`,
      { revision: deleted?.revision, subject: VIC, role: 'user' },
    );
    expect([status, refused.error.code]).toEqual([409, 'WorkspaceDeleting']);
  });
});
