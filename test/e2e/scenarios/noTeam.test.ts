import { useStage } from '../harness/Stage';

/** Somebody who belongs to no team. */
describe('somebody in no team', () => {
  const stage = useStage();

  it('should be told what a workspace is and whom to ask', async () => {
    for (const theme of ['light', 'dark'] as const) {
      await stage().as(
        'outsider',
        async visitor => {
          const { page } = visitor;
          await page.goto('/workspaces');
          await page.getByText('You belong to no team yet').waitFor();
          await page.getByText('ask one of the portal admins').waitFor();
          expect(await page.locator('body').innerText()).toContain('Platform');
          await visitor.screenshot(`no-team-${theme}`);
        },
        theme,
      );
    }
  });

  it('should see in the form that there is nothing to choose', async () => {
    await stage().as('outsider', async ({ page }) => {
      await page.goto('/create/templates/default/request-workspace');
      await page
        .getByText(
          'You belong to no Group for which a workspace can be requested.',
        )
        .waitFor();
      expect(await page.getByRole('option').count()).toBe(0);
    });
  });
});
