import { useStage } from '../harness/Stage';
import { WorkspacePage } from '../pages/WorkspacePage';

const ID = 'ds-taken';
const NAMESPACE = `${ID}-notebooks`;

/** A namespace of the workspace exists already, and is somebody else's. */
describe('a request whose namespace exists already', () => {
  const stage = useStage();

  it('should fail and leave the namespace and the cluster as they are', async () => {
    const { cluster } = stage();
    const before = await cluster.createNamespace(NAMESPACE, {
      labels: { team: 'somebody-else' },
    });
    const api = await stage().api('developer');
    await api.createWorkspace({
      id: ID,
      displayName: 'Taken',
      owner: 'group:default/team-ds',
    });
    await stage().as('developer', async visitor => {
      const page = new WorkspacePage(visitor.page, ID);
      await page.open();
      await page.untilPhase('error');
      const text = await page.text();
      expect(text).toContain(NAMESPACE);
      expect(text).toContain('What to do:');
      await visitor.screenshot('failed-namespace-conflict-light');
    });
    expect(await cluster.getNamespace(NAMESPACE)).toEqual(before);
    expect(await cluster.getNamespace(`${ID}-drls-clusters`)).toBeUndefined();
  });

  it('should turn active when an admin adopts it, having seen the plan', async () => {
    await stage().as('admin', async visitor => {
      const { page } = visitor;
      const workspace = new WorkspacePage(page, ID);
      await workspace.open('settings');
      await page
        .getByRole('button', { name: 'Show what adopting would change' })
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(NAMESPACE).first().waitFor();
      await visitor.screenshot('adopt-light', { fullPage: false });
      await dialog.getByRole('button', { name: 'Adopt 1 namespace' }).click();
      // Leaving the page earlier would take the request back.
      await dialog.waitFor({ state: 'detached' });
      await workspace.open();
      await workspace.untilPhase('active');
    });
    const adopted = await stage().cluster.getNamespace(NAMESPACE);
    expect(adopted?.metadata.labels).toMatchObject({
      team: 'somebody-else',
      'team-workspaces.dev/workspace': ID,
    });
  });
});
