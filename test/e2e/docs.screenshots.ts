import { resolve } from 'node:path';
import { AWS_BUCKET } from './harness/awsConfiguration';
import { eventually } from './harness/eventually';
import { useStage } from './harness/Stage';
import type { Visitor } from './harness/Visitor';
import { IamPage } from './pages/IamPage';
import { MembersPage } from './pages/MembersPage';
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

  /** Has a lead, a developer and a viewer belong to a workspace, each with ServiceAccounts. */
  async function giveMembers(id: string): Promise<void> {
    const lead = await stage().api('lead');
    const { revision } = await lead.listMembers(id);
    await lead.addMember(id, {
      revision,
      subject: 'user:default/vic',
      role: 'viewer',
    });
    for (const persona of ['lead', 'developer', 'viewer'] as const) {
      await (await stage().api(persona)).reportSignIn();
    }
    await eventually('three people to have ServiceAccounts', async () => {
      const { items } = await lead.listServiceAccounts(id);
      return items.filter(({ state }) => state === 'ready').length === 9;
    });
  }

  /** Has the portal make the role of a workspace, and waits until it is proved. */
  async function keepRole(id: string): Promise<void> {
    const admin = await stage().api('admin');
    const { revision } = await admin.getWorkspace(id);
    await admin.setIam(id, { revision, mode: 'managed' });
    await eventually('the role to be as it should be', async () => {
      const { drift, proof } = await admin.getIam(id);
      return drift.length === 0 && proof?.status === 'proved';
    });
    await (await stage().api('lead')).syncIam(id);
  }

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

  it('should show the members of a workspace', async () => {
    await giveMembers('ds-training');
    await stage().as('lead', async visitor => {
      const members = new MembersPage(visitor.page);
      await members.open('ds-training');
      await members.row('Vic Viewer').getByText('3 of 3 ready').waitFor();
      await visitor.page
        .getByRole('button', { name: 'Show the people of Data Science' })
        .click();
      await members.row('Dana Developer').waitFor();
      await picture(visitor, 'members');
      expect(await members.row('Vic Viewer').innerText()).toContain('added by');
    });
  });

  it('should show the role of a workspace, and which statement decides', async () => {
    await keepRole('ds-training');
    await stage().as('lead', async visitor => {
      const iam = new IamPage(visitor.page);
      await iam.open('ds-training');
      await iam
        .section('Only this team?')
        .getByText(/^proved/i)
        .waitFor();
      await picture(visitor, 'iam');
      const answer = await iam.explain(
        `s3://${AWS_BUCKET}/ds-training/table.parquet`,
      );
      expect(answer).toMatch(/^Yes\./m);
      await iam.section('Can a session read…?').scrollIntoViewIfNeeded();
      await picture(visitor, 'explain');
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
