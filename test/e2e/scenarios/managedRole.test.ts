import { AWS_ACCOUNT, BOUNDARY } from '../harness/awsConfiguration';
import { eventually } from '../harness/eventually';
import { portalAddress } from '../harness/sharedPortal';
import { useStage } from '../harness/Stage';
import { IamPage } from '../pages/IamPage';

const ID = 'kept-role';
const ROLE = `drls-workspace-${ID}`;

const obstacle = portalAddress().awsUrl
  ? undefined
  : 'AWS cannot be emulated here';
const describeManaged = obstacle ? describe.skip : describe;

/** A portal admin has the portal keep the role of a workspace, and takes it away again. */
describeManaged(obstacle ?? 'a role that the portal keeps', () => {
  const stage = useStage();

  const findRole = () => stage().aws?.findRole(ROLE);

  beforeAll(async () => {
    await stage().provision('lead', {
      id: ID,
      displayName: 'Kept role',
      owner: 'group:default/data',
    });
  });

  it('should be made in AWS, bounded, and proved to serve only its team', async () => {
    expect(await findRole()).toBeUndefined();
    await stage().as('admin', async visitor => {
      const iam = new IamPage(visitor.page);
      await iam.open(ID);
      await iam.haveRoleKept(() =>
        visitor.screenshot('role-managed-choice-light', { fullPage: false }),
      );
      await iam
        .section('Role')
        .getByText(new RegExp(`:role/(.+/)?${ROLE}$`))
        .waitFor();
      await iam
        .section('Only this team?')
        .getByText(/^proved against \d+ other workspaces?$/i)
        .waitFor();
      await iam
        .section('Drift')
        .getByText('AWS has the role as it should be.')
        .waitFor();
      await visitor.screenshot('role-managed-light');
      await iam.showProof();
      expect(await iam.dialog().innerText()).not.toContain('What is wrong');
    });
    expect(await findRole()).toMatchObject({
      PermissionsBoundary: {
        PermissionsBoundaryArn: `arn:aws:iam::${AWS_ACCOUNT}:policy/${BOUNDARY}`,
      },
    });
  });

  it('should be gone from AWS once it is cleared', async () => {
    await stage().as('admin', async visitor => {
      const iam = new IamPage(visitor.page);
      await iam.open(ID);
      await iam.clearRole();
      await iam
        .section('Role')
        .getByText('Sessions of this workspace have no AWS role.')
        .waitFor();
      await visitor.screenshot('role-managed-cleared-light');
    });
    await eventually(
      'the role to be gone',
      async () => (await findRole()) === undefined,
    );
    const { iam } = await (await stage().api('admin')).getWorkspace(ID);
    expect(iam).toEqual({ mode: 'none' });
  });
});
