import { eventually } from '../harness/eventually';
import { useStage } from '../harness/Stage';
import { WorkspacePage } from '../pages/WorkspacePage';

const ID = 'alpha-short-lived';

/** An admin deletes a workspace. */
describe('a deletion', () => {
  const stage = useStage();

  beforeAll(async () => {
    const api = await stage().api('lead');
    await api.createWorkspace({
      id: ID,
      displayName: 'Short-lived',
      owner: 'group:default/team-alpha',
    });
    await eventually('the workspace to be active', async () => {
      const { phase } = await api.getWorkspace(ID);
      return phase === 'active';
    });
  });

  it('should be refused to the lead of the team, and hidden from others', async () => {
    const lead = await stage().api('lead');
    const { revision } = await lead.getWorkspace(ID);
    const request = { revision, confirmation: ID };
    await expect(lead.deleteWorkspace(ID, request)).rejects.toMatchObject({
      statusCode: 403,
      body: { error: { code: 'PermissionDenied' } },
    });
    const developer = await stage().api('developer');
    await expect(developer.deleteWorkspace(ID, request)).rejects.toMatchObject({
      statusCode: 404,
      body: { error: { code: 'WorkspaceNotFound' } },
    });
    expect((await lead.getWorkspace(ID)).phase).toBe('active');
  });

  it('should want the id typed, and leave nothing of ours', async () => {
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
      await visitor.screenshot('delete-light', { fullPage: false });
      await confirm.click();
      await page
        .getByText(`The team workspace "${ID}" is deleted`)
        .waitFor({ timeout: 60_000 });
    });
    const { cluster } = stage();
    expect(await cluster.getNamespace(`${ID}-notebooks`)).toBeUndefined();
    const api = await stage().api('admin');
    await expect(api.getWorkspace(ID)).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
