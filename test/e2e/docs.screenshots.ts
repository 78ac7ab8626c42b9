import { resolve } from 'node:path';
import { eventually } from './harness/eventually';
import { useStage } from './harness/Stage';
import type { Visitor } from './harness/Visitor';
import { RequestForm } from './pages/RequestForm';
import { WorkspacePage } from './pages/WorkspacePage';

const request = {
  team: 'Data Science',
  displayName: 'Model training',
  id: 'data-science',
};

const IMAGES = resolve(__dirname, '../../docs/images');

async function picture(visitor: Visitor, name: string): Promise<void> {
  await visitor.page.setViewportSize({ width: 1120, height: 760 });
  await visitor.page.screenshot({
    path: resolve(IMAGES, `${name}.png`),
    animations: 'disabled',
  });
}

describe('pictures of the documentation', () => {
  const stage = useStage();

  beforeAll(async () => {
    const api = await stage().api('lead');
    for (const [id, displayName, owner] of [
      ['alpha-lab', 'Alpha lab', 'group:default/team-alpha'],
      ['ds-training', 'Training', 'group:default/team-ds'],
    ]) {
      await api.createWorkspace({ id, displayName, owner });
      await eventually(`${id} to be active`, async () => {
        const { phase } = await api.getWorkspace(id);
        return phase === 'active';
      });
    }
    await stage().cluster.createNamespace('ds-stream-notebooks');
    await api.createWorkspace({
      id: 'ds-stream',
      displayName: 'Streaming',
      owner: 'group:default/team-ds',
    });
    await eventually('ds-stream to fail', async () => {
      const { phase } = await api.getWorkspace('ds-stream');
      return phase === 'error';
    });
  });

  it('should show the plan of a request', async () => {
    await stage().as('lead', async visitor => {
      const form = new RequestForm(visitor.page);
      await form.open();
      await form.fillUntilReview(request, () => picture(visitor, 'plan'));
      expect(visitor.page.url()).toContain('request-workspace');
    });
  });

  it('should show a workspace being set up, and active', async () => {
    await stage().as('lead', async visitor => {
      await visitor.page.goto('/workspaces');
      await visitor.page.getByText('Streaming').first().waitFor();
      await picture(visitor, 'list');

      // Long enough to open the page while a step is at work.
      await stage().cluster.slowDown(10_000);
      const api = await stage().api('lead');
      await api.createWorkspace({
        id: request.id,
        displayName: request.displayName,
        owner: 'group:default/team-ds',
      });
      await visitor.page
        .getByRole('link', { name: request.displayName })
        .first()
        .click();
      const workspace = new WorkspacePage(visitor.page, request.id);
      await workspace.untilPhase('pending');
      await visitor.page
        .getByText(/^3 of 3$/)
        .first()
        .waitFor();
      await picture(visitor, 'setting-up');
      await stage().cluster.recover();
      await workspace.untilPhase('active');
      await picture(visitor, 'active');
      expect(await workspace.text()).toContain(request.displayName);
    });
  });

  it('should show a failure with its remedy', async () => {
    await stage().as('lead', async visitor => {
      const workspace = new WorkspacePage(visitor.page, 'ds-stream');
      await workspace.open();
      await workspace.untilPhase('error');
      expect(await workspace.text()).toContain('ds-stream-notebooks');
      await picture(visitor, 'failed');
    });
  });

  it('should show the health page', async () => {
    await stage().as('admin', async visitor => {
      await visitor.page.goto('/workspaces/health');
      await visitor.page.getByText('Clusters').first().waitFor();
      expect(await visitor.page.locator('body').innerText()).toContain('Queue');
      await picture(visitor, 'health');
    });
  });
});
