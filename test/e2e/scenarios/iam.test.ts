import { eventually } from '../harness/eventually';
import { rolePolicies } from '../harness/rolePolicies';
import { useStage } from '../harness/Stage';
import { IamPage } from '../pages/IamPage';

const ID = 'ds-roles';
const NAMESPACES = ['notebooks', 'drls-clusters', 'drls-pipelines'].map(
  suffix => `${ID}-${suffix}`,
);
const ROLE = 'made-for-ds-roles';

/** A portal admin gives a workspace an AWS role, and takes it away. */
describe('the AWS role of a workspace', () => {
  const stage = useStage();
  let arn = `arn:aws:iam::123456789012:role/${ROLE}`;

  /** The role that each ServiceAccount of a person carries. */
  async function roles(): Promise<Array<string | undefined>> {
    const lists = await Promise.all(
      NAMESPACES.map(namespace =>
        stage().cluster.list(`/api/v1/namespaces/${namespace}/serviceaccounts`),
      ),
    );
    return lists
      .flat()
      .filter(({ metadata }) => metadata.name?.startsWith('user-'))
      .map(
        ({ metadata }) => metadata.annotations?.['eks.amazonaws.com/role-arn'],
      );
  }

  beforeAll(async () => {
    await stage().provision('lead', {
      id: ID,
      displayName: 'Roles',
      owner: 'group:default/data',
    });
    for (const persona of ['lead', 'developer'] as const) {
      await (await stage().api(persona)).reportSignIn();
    }
    await eventually(
      'the ServiceAccounts of two people',
      async () => (await roles()).length === 2 * NAMESPACES.length,
    );
    // Where AWS is emulated, only a role that is there, and serves this team alone, is accepted.
    arn = (await stage().aws?.createRole(ROLE, rolePolicies(ID))) ?? arn;
  });

  it('should be refused with field and rule when the ARN is none of a role', async () => {
    await stage().as('admin', async visitor => {
      const iam = new IamPage(visitor.page);
      await iam.open(ID);
      await iam.changeButton().click();
      const save = iam.saveButton();
      await iam.arnField().fill('arn:aws:iam::123456789012:user/somebody');
      await iam.dialog().getByText('it must hold ":role/"').waitFor();
      expect(await save.getAttribute('aria-disabled')).toBe('true');

      // What only the backend knows stands at the field too.
      await iam.arnField().fill('arn:aws:iam::123456789012:role/../escaped');
      await save.click();
      await iam.dialog().getByText('The ARN cannot be used.').waitFor();
      await visitor.screenshot('role-refused-light', { fullPage: false });
    });
    const admin = await stage().api('admin');
    const { revision } = await admin.getWorkspace(ID);
    await expect(
      admin.setIam(ID, { revision, mode: 'external', roleArn: 'no-arn' }),
    ).rejects.toMatchObject({
      statusCode: 400,
      body: {
        error: { code: 'InvalidRoleArn', fields: [{ field: 'roleArn' }] },
      },
    });
    expect(new Set(await roles())).toEqual(new Set([undefined]));
  });

  it('should reach every ServiceAccount when a portal admin sets it', async () => {
    await stage().as('admin', async visitor => {
      const iam = new IamPage(visitor.page);
      await iam.open(ID);
      await iam.setRole(arn);
      await iam.section('Role').getByText(arn).waitFor();
      await eventually('every ServiceAccount to carry the role', async () =>
        (await roles()).every(role => role === arn),
      );
    });
    expect(await roles()).toHaveLength(2 * NAMESPACES.length);
  });

  it.each(['light', 'dark'] as const)(
    'should be synced by the lead, who cannot change it (%s)',
    async theme => {
      await stage().as(
        'lead',
        async visitor => {
          const iam = new IamPage(visitor.page);
          await iam.open(ID);
          expect(await iam.changeButton().getAttribute('aria-disabled')).toBe(
            'true',
          );
          expect(await iam.clearButton().getAttribute('aria-disabled')).toBe(
            'true',
          );
          await iam.syncButton().click();
          await visitor.page
            .getByText('6 ServiceAccounts: 0 updated, 6 unchanged, 0 failed', {
              exact: true,
            })
            .first()
            .waitFor();
          await iam.runChecks();
          await iam
            .section('Why does IRSA not work?')
            .getByText('The workspace has a role')
            .waitFor();
          await visitor.screenshot(`iam-${theme}`);
        },
        theme,
      );
      const lead = await stage().api('lead');
      const { revision } = await lead.getWorkspace(ID);
      await expect(
        lead.setIam(ID, { revision, mode: 'none' }),
      ).rejects.toMatchObject({
        statusCode: 403,
        body: { error: { code: 'PermissionDenied' } },
      });
    },
  );

  it('should be gone from every ServiceAccount once it is cleared', async () => {
    await stage().as('admin', async visitor => {
      const iam = new IamPage(visitor.page);
      await iam.open(ID);
      await iam.clearRole();
      await iam
        .section('Role')
        .getByText('Sessions of this workspace have no AWS role.')
        .waitFor();
    });
    await eventually('no ServiceAccount to carry a role', async () =>
      (await roles()).every(role => role === undefined),
    );
    expect(await roles()).toHaveLength(2 * NAMESPACES.length);
  });
});
