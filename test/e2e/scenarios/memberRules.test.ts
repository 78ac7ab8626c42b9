import { eventually } from '../harness/eventually';
import { useStage } from '../harness/Stage';
import { MembersPage } from '../pages/MembersPage';

const ID = 'alpha-looked-at';
const LEE = 'user:default/lee';
const DANA = 'user:default/dana';
const VIC = 'user:default/vic';
const NICO = 'user:default/nico';

/** What about members is refused, on the page and by the API. */
describe('members of a workspace', () => {
  const stage = useStage();

  async function revision(): Promise<number> {
    return (await (await stage().api('lead')).listMembers(ID)).revision;
  }

  beforeAll(async () => {
    await stage().provision('lead', {
      id: ID,
      displayName: 'Looked at',
      owner: 'group:default/team-alpha',
    });
    const lead = await stage().api('lead');
    await lead.addMember(ID, {
      revision: await revision(),
      subject: NICO,
      role: 'viewer',
    });
  });

  // Elsewhere Nico belongs to nothing.
  afterAll(async () => {
    const lead = await stage().api('lead');
    await lead.removeMember(ID, { revision: await revision(), subject: NICO });
    await eventually('the Group of the catalog to follow', async () => {
      const group = await stage().findEntity(`group/workspaces/${ID}`);
      return group && !JSON.stringify(group.spec?.members).includes(NICO);
    });
  });

  it('should not be changed by a viewer', async () => {
    await stage().as('outsider', async visitor => {
      const members = new MembersPage(visitor.page);
      await members.open(ID);
      await members.row('Lee Lead').waitFor();
      const buttons = [
        members.addButton(),
        members.removeButton('Nico Newcomer'),
        members.removeButton('Lee Lead'),
      ];
      for (const button of buttons) {
        expect(await button.getAttribute('aria-disabled')).toBe('true');
      }
      // Says who may instead.
      await members.addButton().hover();
      await visitor.page
        .getByRole('tooltip')
        .getByText('Only admins of this workspace')
        .waitFor();
      await visitor.screenshot('members-viewer-light');
    });
    const viewer = await stage().api('outsider');
    for (const attempt of [
      async () =>
        viewer.addMember(ID, {
          revision: await revision(),
          subject: VIC,
          role: 'viewer',
        }),
      async () =>
        viewer.changeMember(ID, {
          revision: await revision(),
          subject: NICO,
          role: 'admin',
        }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        statusCode: 403,
        body: { error: { code: 'PermissionDenied' } },
      });
    }
  });

  it('should not be known to somebody who is none', async () => {
    const outsider = await stage().api('developer');
    for (const attempt of [
      () => outsider.listMembers(ID),
      async () =>
        outsider.addMember(ID, {
          revision: await revision(),
          subject: DANA,
          role: 'admin',
        }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        statusCode: 404,
        body: { error: { code: 'WorkspaceNotFound' } },
      });
    }
  });

  it('should keep the last admin, whom a lead cannot remove', async () => {
    await stage().as(
      'lead',
      async visitor => {
        const members = new MembersPage(visitor.page);
        await members.open(ID);
        const remove = members.removeButton('Lee Lead');
        expect(await remove.getAttribute('aria-disabled')).toBe('true');
        await remove.hover();
        await visitor.page
          .getByRole('tooltip')
          .getByText('last admin')
          .waitFor();
        await visitor.screenshot('members-last-admin-dark');
      },
      'dark',
    );
    const lead = await stage().api('lead');
    await expect(
      lead.removeMember(ID, { revision: await revision(), subject: LEE }),
    ).rejects.toMatchObject({
      statusCode: 409,
      body: { error: { code: 'LastAdmin' } },
    });
    const { items } = await lead.listMembers(ID);
    expect(items.find(({ subject }) => subject === LEE)?.role).toBe('admin');
  });
});
