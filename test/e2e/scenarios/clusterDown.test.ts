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

  it('should fail with reason and remedy, and turn active once the cluster is back', async () => {
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
      expect(text).toContain('Check that the cluster is up');
      await visitor.screenshot('failed-cluster-down-light');

      await stage().cluster.recover();
      // An attempt is made by itself, with growing pauses; asking for one is a matter of the next test.
      await (await stage().api('admin')).retryWorkspace(request.id);
      await page.untilPhase('active');
    });
  });
});
