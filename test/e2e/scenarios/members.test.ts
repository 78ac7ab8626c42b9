import { eventually } from '../harness/eventually';
import { useStage } from '../harness/Stage';
import { MembersPage } from '../pages/MembersPage';

const ID = 'ds-shared';
const NAMESPACES = ['notebooks', 'drls-clusters', 'drls-pipelines'].map(
  suffix => `${ID}-${suffix}`,
);
const VIC = 'user:default/vic';

/** A lead adds somebody, who signs in, and removes them again. */
describe('members', () => {
  const stage = useStage();

  /** ServiceAccounts of Vic and RoleBindings that name them, with their versions. */
  async function objectsOfVic() {
    const { cluster } = stage();
    const lists = await Promise.all(
      NAMESPACES.map(async namespace => {
        const accounts = (
          await cluster.list(`/api/v1/namespaces/${namespace}/serviceaccounts`)
        ).filter(
          ({ metadata }) =>
            metadata.annotations?.['team-workspaces.dev/user'] === VIC,
        );
        const bindings = (
          await cluster.list(
            `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/rolebindings`,
          )
        ).filter(binding => JSON.stringify(binding.subjects).includes('vic'));
        return [...accounts, ...bindings];
      }),
    );
    return lists.flat();
  }

  async function membersInCatalog(): Promise<unknown> {
    const group = await stage().findEntity(`group/workspaces/${ID}`);
    return group?.spec?.members;
  }

  async function untilIdle(): Promise<void> {
    const api = await stage().api('admin');
    await eventually('the queue to be empty', async () => {
      const { queue } = await api.getHealth();
      return queue.due === 0 && queue.working === 0;
    });
  }

  async function lastSignIn(): Promise<string | undefined> {
    const { items } = await (await stage().api('lead')).listMembers(ID);
    const row = items.find(({ subject }) => subject === VIC);
    return row?.people[0]?.lastSignInAt;
  }

  beforeAll(async () => {
    await stage().provision('lead', {
      id: ID,
      displayName: 'Shared lab',
      owner: 'group:default/data',
    });
    await eventually('the workspace to be in the catalog', () =>
      stage().findEntity(`resource/default/${ID}`),
    );
  });

  it('should be added by a lead on the page of the entity, having seen what it does', async () => {
    await stage().as('lead', async visitor => {
      const members = new MembersPage(visitor.page);
      await members.openFromCatalog(ID);
      await members.add('Vic Viewer', async () => {
        expect(await members.dialog().innerText()).toContain(
          'Vic Viewer becomes user',
        );
        await visitor.screenshot('member-add-light', { fullPage: false });
      });
      await members
        .row('Vic Viewer')
        .getByText('has not signed in yet')
        .waitFor();
      await visitor.screenshot('members-entity-light');
    });
    await eventually('the Group of the catalog to follow', async () =>
      JSON.stringify(await membersInCatalog()).includes(VIC),
    );
  });

  it('should get ServiceAccounts when they sign in, and the page should say so', async () => {
    await stage().as('lead', async lead => {
      const members = new MembersPage(lead.page);
      await members.open(ID);
      await stage().as('viewer', async () => {
        // The page that somebody else has open follows by itself.
        await members.row('Vic Viewer').getByText('3 of 3 ready').waitFor();
      });
      await lead.screenshot('members-light');
    });
    const objects = await objectsOfVic();
    for (const namespace of NAMESPACES) {
      expect(
        objects.filter(({ metadata }) => metadata.namespace === namespace),
      ).toMatchObject([
        { metadata: { name: expect.stringMatching(/^user-/) } },
        { metadata: { name: 'workspace-user' } },
      ]);
    }
  });

  it('should cause no write when they sign in again', async () => {
    const { cluster } = stage();
    const before = await objectsOfVic();
    const changes = await cluster.listChanges(NAMESPACES);
    const first = await lastSignIn();
    await stage().as('viewer', async () => {
      await eventually(
        'the second sign-in to be reported',
        async () => (await lastSignIn()) !== first,
      );
    });
    await untilIdle();
    expect(await objectsOfVic()).toEqual(before);
    expect(await cluster.listChanges(NAMESPACES)).toEqual(changes);
  });

  it('should lose everything at once when the lead removes them, as the dialog says', async () => {
    await stage().as('lead', async visitor => {
      const members = new MembersPage(visitor.page);
      await members.open(ID);
      await members.remove('Vic Viewer', async () => {
        const text = await members.dialog().innerText();
        expect(text).toContain(
          'Vic Viewer loses access to 3 namespaces and 3 ServiceAccounts.',
        );
        expect(text).toContain('Access ends at once.');
        await visitor.screenshot('member-remove-light', { fullPage: false });
      });
      await eventually(
        'the cluster to know Vic no more',
        async () => (await objectsOfVic()).length === 0,
      );
      await members.row('Vic Viewer').waitFor({ state: 'detached' });
      await visitor.screenshot('members-removed-light');
    });
    await eventually('the Group of the catalog to follow', async () => {
      const members = await membersInCatalog();
      return members !== undefined && !JSON.stringify(members).includes(VIC);
    });
    const viewer = await stage().api('viewer');
    await expect(viewer.listMembers(ID)).rejects.toMatchObject({
      statusCode: 404,
      body: { error: { code: 'WorkspaceNotFound' } },
    });
  });
});
