import { useStage } from '../harness/Stage';
import { RequestForm } from '../pages/RequestForm';
import { TaskPage } from '../pages/TaskPage';
import { WorkspacePage } from '../pages/WorkspacePage';

const request = {
  team: 'Data Science',
  displayName: 'While the cluster is down',
  id: 'ds-down',
};

/** The cluster is away while a workspace is requested. */
describe('a request while the cluster is down', () => {
  const stage = useStage();

  afterEach(() => stage().cluster.recover());

  it('should fail with reason and remedy, in the task and on the page', async () => {
    await stage().as('developer', async visitor => {
      const form = new RequestForm(visitor.page);
      await form.open();
      await form.fillUntilReview(request);
      await stage().cluster.goDown();
      await form.create();
      await new TaskPage(visitor.page).untilLogged('(ClusterUnreachable)');

      const page = new WorkspacePage(visitor.page, request.id);
      await page.open();
      await page.untilPhase('error');
      const text = await page.text();
      expect(text).toContain('What to do:');
      expect(text).toContain('Retry provisioning');
      await visitor.screenshot('failed-cluster-down-light');
    });
  });

  it('should turn active once the cluster is back and an admin retries', async () => {
    await stage().cluster.recover();
    await stage().as('admin', async visitor => {
      const page = new WorkspacePage(visitor.page, request.id);
      await page.open();
      await page.untilPhase('error');
      await page.retry();
      await page.untilPhase('active');
      expect(await page.text()).toContain('Everything is as it should be.');
    });
  });
});
