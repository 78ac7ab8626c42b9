import { useStage } from '../harness/Stage';
import { RequestForm } from '../pages/RequestForm';

/** What belongs to other teams. */
describe('other teams', () => {
  const stage = useStage();

  it('should not be offered by the form, nor accepted by the API', async () => {
    await stage().as('developer', async ({ page }) => {
      const form = new RequestForm(page);
      await form.open();
      const teams = (await form.offeredTeams()).join('\n');
      expect(teams).toContain('Data Science');
      expect(teams).not.toContain('Alpha');
      expect(teams).not.toContain('Insights');
    });
    const api = await stage().api('developer');
    await expect(
      api.createWorkspace({
        id: 'not-mine',
        displayName: 'Not mine',
        owner: 'group:default/team-alpha',
      }),
    ).rejects.toMatchObject({
      statusCode: 403,
      body: { error: { code: 'NotGroupMember' } },
    });
    const admin = await stage().api('admin');
    await expect(admin.getWorkspace('not-mine')).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it('should have workspaces that look as if they did not exist', async () => {
    const lead = await stage().api('lead');
    await lead.createWorkspace({
      id: 'alpha-lab',
      displayName: 'Alpha lab',
      owner: 'group:default/team-alpha',
    });
    await stage().as('developer', async visitor => {
      const { page } = visitor;
      for (const id of ['alpha-lab', 'never-made']) {
        await page.goto(`/workspaces/${id}`);
        await page
          .getByText(
            'There is no such team workspace, or it is not yours to see',
          )
          .waitFor();
      }
      await visitor.screenshot('not-found-light');
      await page.goto('/workspaces');
      await page.getByRole('tab', { name: /^All/ }).click();
      await page
        .getByText('notebooks', { exact: false })
        .or(page.getByRole('link', { name: /default/i }))
        .first()
        .waitFor();
      expect(await page.getByText('Alpha lab').count()).toBe(0);
    });
    const developer = await stage().api('developer');
    for (const id of ['alpha-lab', 'never-made']) {
      for (const attempt of [
        () => developer.getWorkspace(id),
        () => developer.retryWorkspace(id),
        () => developer.deleteWorkspace(id, { revision: 1, confirmation: id }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({
          statusCode: 404,
          body: { error: { code: 'WorkspaceNotFound' } },
        });
      }
    }
  });
});
