import { useStage } from '../harness/Stage';
import { RequestForm } from '../pages/RequestForm';
import { TaskPage } from '../pages/TaskPage';
import { WorkspacePage } from '../pages/WorkspacePage';

const request = {
  team: 'Data Science',
  displayName: 'Model training',
  id: 'data-science',
};

/** A developer requests a workspace, and a colleague watches it being set up. */
describe('a request', () => {
  const stage = useStage();

  afterEach(() => stage().cluster.recover());

  it('should be followed live in the task log and on the page, until active', async () => {
    const { cluster } = stage();
    // Slow enough to be watched, even where browsers are slow.
    await cluster.slowDown(10_000);
    await stage().as('lead', async colleague => {
      await colleague.page.goto('/workspaces');
      const link = colleague.page.getByRole('link', {
        name: request.displayName,
      });
      await colleague.page.getByRole('tab', { name: /^Mine/ }).waitFor();
      expect(await link.count()).toBe(0);

      await stage().as('developer', async visitor => {
        const form = new RequestForm(visitor.page);
        await form.open();
        await form.submit(request);
        const task = new TaskPage(visitor.page);
        await task.untilLogged('◌ Namespaces');

        await link.first().click();
        const page = new WorkspacePage(colleague.page, request.id);
        await page.untilPhase('pending');
        await colleague.screenshot('workspace-setting-up-light');
        await cluster.recover();
        await page.untilPhase('active');

        // The log shows its end only.
        await task.untilLogged('✓ Network policies: 3 of 3');
        await task.untilLogged(
          'Team workspace "Model training" (data-science) is active.',
        );
        await visitor.screenshot('task-light');
        await visitor.page
          .getByRole('button', { name: 'Open the team workspace' })
          .or(
            visitor.page.getByRole('link', { name: 'Open the team workspace' }),
          )
          .first()
          .click();
        await visitor.page.waitForURL('**/workspaces/data-science');
      });
    });
  });

  it('should have made the namespaces', async () => {
    for (const suffix of ['notebooks', 'drls-clusters', 'drls-pipelines']) {
      const namespace = await stage().cluster.getNamespace(
        `data-science-${suffix}`,
      );
      expect(namespace?.metadata.labels).toMatchObject({
        'team-workspaces.dev/workspace': 'data-science',
      });
    }
  });

  it('should be in the list of everybody in the team', async () => {
    for (const theme of ['light', 'dark'] as const) {
      await stage().as(
        'lead',
        async visitor => {
          await visitor.page.goto('/workspaces');
          await visitor.page
            .getByRole('link', { name: request.displayName })
            .first()
            .waitFor();
          await visitor.screenshot(`list-${theme}`);
          const page = new WorkspacePage(visitor.page, request.id);
          await page.open();
          await page.untilPhase('active');
          expect(await page.text()).toContain(request.displayName);
          await visitor.screenshot(`workspace-${theme}`);
        },
        theme,
      );
    }
  });
});
