import { AWS_BUCKET } from '../harness/awsConfiguration';
import { rolePolicies } from '../harness/rolePolicies';
import { portalAddress } from '../harness/sharedPortal';
import { useStage } from '../harness/Stage';
import { IamPage } from '../pages/IamPage';

const ID = 'iso';
const OTHER = 'iso-b';
const ROLE = 'made-for-iso';
const WIDE_ROLE = 'too-wide-for-iso';

const obstacle = portalAddress().awsUrl
  ? undefined
  : 'AWS cannot be emulated here';
const describeIsolation = obstacle ? describe.skip : describe;

/** Two workspaces whose ids begin alike, and roles that keep them apart or do not. */
describeIsolation(obstacle ?? 'isolation of AWS roles', () => {
  const stage = useStage();

  function aws() {
    const account = stage().aws;
    if (!account) {
      throw new Error('The portal was started without AWS.');
    }
    return account;
  }

  beforeAll(async () => {
    await stage().provision('lead', {
      id: ID,
      displayName: 'Isolated',
      owner: 'group:default/data',
    });
    await stage().provision('lead', {
      id: OTHER,
      displayName: 'Next to it',
      owner: 'group:default/data',
    });
  });

  it('should refuse a role at once that reaches the data of another team', async () => {
    // Without the slash, listing `iso*` lists the data of iso-b as well.
    const wide = await aws().createRole(
      WIDE_ROLE,
      rolePolicies(ID, { listed: [`${ID}*`] }),
    );
    await stage().as('admin', async visitor => {
      const iam = new IamPage(visitor.page);
      await iam.open(ID);
      await iam.changeButton().click();
      await iam.arnField().fill(wide);
      await iam.saveButton().click();
      const reason = iam
        .dialog()
        .getByText('would not keep workspaces apart')
        .first();
      await reason.waitFor();
      const text = await reason.innerText();
      expect(text).toContain(WIDE_ROLE);
      expect(text).toContain('ListOwnPrefix');
      await visitor.screenshot('role-too-wide-light', { fullPage: false });
    });
    const { iam } = await (await stage().api('admin')).getWorkspace(ID);
    expect(iam).toEqual({ mode: 'none' });
  });

  it('should prove a role that serves only its team', async () => {
    const arn = await aws().createRole(ROLE, rolePolicies(ID));
    await stage().as('admin', async visitor => {
      const iam = new IamPage(visitor.page);
      await iam.open(ID);
      await iam.setRole(arn);
      await iam
        .section('Only this team?')
        .getByText(/^proved against \d+ other workspaces?$/i)
        .waitFor();
      await iam.showProof();
      const text = await iam.dialog().innerText();
      expect(text).not.toContain('What is wrong');
      // Somebody who is nobody's member, and must not get in.
      expect(text).toContain('ServiceAccount default in kube-system');
      await visitor.screenshot('proof-light', { fullPage: false });
    });
  });

  it('should say which statement decides what a session can read', async () => {
    await stage().as('lead', async visitor => {
      const iam = new IamPage(visitor.page);
      await iam.open(ID);
      const own = await iam.explain(`s3://${AWS_BUCKET}/${ID}/table.parquet`);
      expect(own).toMatch(/^Yes\./m);
      expect(own).toContain('UseOwnObjects');
      const foreign = await iam.explain(
        `s3://${AWS_BUCKET}/${OTHER}/table.parquet`,
      );
      expect(foreign).toMatch(/^No\./m);
      await visitor.screenshot('explained-light');
    });
  });

  it.each(['light', 'dark'] as const)(
    'should show how somebody gets in once the role was widened in AWS (%s)',
    async theme => {
      const foreign = `${OTHER}-notebooks`;
      await aws().setTrust(
        ROLE,
        rolePolicies(ID, { foreignNamespaces: [foreign] }).trust,
      );
      await stage().as(
        'lead',
        async visitor => {
          const iam = new IamPage(visitor.page);
          await iam.open(ID);
          await iam
            .section('Only this team?')
            .getByText(/^no: it reaches, or lets in, something of others$/i)
            .waitFor();
          await visitor.screenshot(`refuted-${theme}`);
          await iam.showProof();
          const dialog = iam.dialog();
          await dialog.getByText('What is wrong').waitFor();
          const text = await dialog.innerText();
          expect(text).toContain('It is allowed and must be refused.');
          expect(text).toContain('AssumeByPeople');
          expect(text).toContain(`system:serviceaccount:${foreign}:user-`);
          await visitor.screenshot(`counterexample-${theme}`, {
            fullPage: false,
          });
        },
        theme,
      );
    },
  );
});
