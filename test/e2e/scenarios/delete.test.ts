import { eventually } from '../harness/eventually';
import { useStage } from '../harness/Stage';
import { WorkspacePage } from '../pages/WorkspacePage';

const ID = 'ds-short-lived';

/** An admin deletes a workspace. */
describe('a deletion', () => {
  const stage = useStage();

  it('should want the id typed, and leave nothing of ours', async () => {
    const api = await stage().api('developer');
    await api.createWorkspace({
      id: ID,
      displayName: 'Short-lived',
      owner: 'group:default/team-ds',
    });
    await eventually('the workspace to be active', async () => {
      const { phase } = await api.getWorkspace(ID);
      return phase === 'active';
    });
    await stage().as('admin', async visitor => {
      const { page } = visitor;
      await new WorkspacePage(page, ID).open('settings');
      await page.getByRole('button', { name: 'Delete…' }).click();
      const dialog = page.getByRole('dialog');
      const confirm = dialog.getByRole('button', { name: `Delete ${ID}` });
      const field = dialog.getByRole('textbox');
      await field.fill('ds-short');
      expect(await confirm.isEnabled()).toBe(false);
      await field.fill(ID);
      await visitor.screenshot('delete-light');
      await confirm.click();
      await page
        .getByText(`The team workspace "${ID}" is deleted`)
        .waitFor({ timeout: 60_000 });
    });
    const { cluster } = stage();
    expect(await cluster.getNamespace(`${ID}-notebooks`)).toBeUndefined();
    await expect(api.getWorkspace(ID)).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  it('should be refused to a developer', async () => {
    const api = await stage().api('developer');
    const { revision } = await api.getWorkspace('data-science');
    await expect(
      api.deleteWorkspace('data-science', {
        revision,
        confirmation: 'data-science',
      }),
    ).rejects.toMatchObject({
      statusCode: 403,
      body: { error: { code: 'PermissionDenied' } },
    });
  });
});
