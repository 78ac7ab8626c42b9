import { eventually } from '../harness/eventually';
import { useStage } from '../harness/Stage';
import { WorkspacePage } from '../pages/WorkspacePage';

const ID = 'ds-refused';

/** The cluster does not let the portal do what a step needs. */
describe('a request that the cluster refuses', () => {
  const stage = useStage();

  afterEach(() => stage().cluster.recover());

  it('should wait for an admin, who reads what to do, puts it right and retries', async () => {
    await stage().cluster.refuse('rolebindings');
    const api = await stage().api('developer');
    await api.createWorkspace({
      id: ID,
      displayName: 'Refused',
      owner: 'group:default/team-ds',
    });
    await eventually('the workspace to fail', async () => {
      const { phase } = await api.getWorkspace(ID);
      return phase === 'error';
    });
    await stage().as('developer', async ({ page }) => {
      await page.goto(`/workspaces/${ID}`);
      const retry = page.getByRole('button', { name: 'Retry provisioning' });
      await retry.first().waitFor();
      expect(await retry.first().isEnabled()).toBe(false);
    });
    await stage().as('admin', async visitor => {
      const page = new WorkspacePage(visitor.page, ID);
      await page.open();
      await page.untilPhase('error');
      const text = await page.text();
      expect(text).toContain('What to do:');
      expect(text).toContain('docs/rbac.yaml');
      expect(text).toContain('No further attempt is made by itself');
      await visitor.screenshot('failed-refused-light');
      await stage().cluster.recover();
      await page.retry();
      await page.untilPhase('active');
    });
  });
});
