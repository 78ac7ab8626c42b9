import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyModuleWithoutAws } from './__testUtils__/copyModuleWithoutAws';
import { DryRunPortal } from './__testUtils__/DryRunPortal';
import {
  findTerraformObstacle,
  Terraform,
  TERRAFORM_LIMIT_MS,
} from './__testUtils__/Terraform';

jest.setTimeout(TERRAFORM_LIMIT_MS);

const obstacle = findTerraformObstacle();
const describeWhereItRuns = obstacle ? describe.skip : describe;

const values = {
  workspaceId: 'team-a',
  clusterName: 'drls',
  region: 'us-west-2',
  bucketArn: 'arn:aws:s3:::drls-data',
  destination: 'show',
};
const kmsKeyArn =
  'arn:aws:kms:us-west-2:123456789012:key/01234567-89ab-cdef-0123-456789abcdef';
const file = 'workspace-team-a.tf';

describe('the template workspace-iam', () => {
  let portal: DryRunPortal;
  let bare: DryRunPortal;

  beforeAll(async () => {
    portal = await DryRunPortal.start([
      'publish:github:pull-request',
      'publish:gitlab:merge-request',
    ]);
    bare = await DryRunPortal.start();
  });

  afterAll(async () => {
    await portal.stop();
    await bare.stop();
  });

  it('should show the Terraform in a portal without source-control integration', async () => {
    const { status, text, result } = await bare.dryRun(values);
    expect({ status, text }).toMatchObject({ status: 200 });
    expect(Object.keys(result.files)).toEqual([file]);
    expect(result.log).toContain('bucket_arn   = "arn:aws:s3:::drls-data"');
    expect(result.output.links?.map(({ url }) => url)).toEqual([
      '/workspaces/team-a',
    ]);
    expect(result.output.text?.[0].content).toContain('Sync IAM');
  });

  it.each([
    ['github', 'https://github.com/acme/infra/pull/1', { update: true }],
    ['gitlab', 'https://gitlab.com/acme/infra/1', { commitAction: 'auto' }],
  ])('should open a request on %s', async (destination, url, input) => {
    portal.requests.length = 0;
    const { result } = await portal.dryRun({
      ...values,
      destination,
      repoUrl: 'github.com?owner=acme&repo=infra',
      folder: 'iam/teams',
    });
    expect(portal.requests).toEqual([
      expect.objectContaining({
        repoUrl: 'github.com?owner=acme&repo=infra',
        branchName: 'workspace-iam-team-a',
        targetPath: 'iam/teams',
        ...input,
      }),
    ]);
    expect(result.output.links?.[0].url).toBe(url);
    const module = 'modules/workspace-iam';
    expect(Object.keys(result.files)).toEqual(
      expect.arrayContaining([
        file,
        `${module}/main.tf`,
        `${module}/modules/documents/main.tf`,
      ]),
    );
    expect(Object.keys(result.files).join()).not.toMatch(/yaml|njk/);
  });

  it.each([
    { workspaceId: '*' },
    { workspaceId: 'a"\n}' },
    { bucketArn: 'arn:aws:s3:::*' },
    // eslint-disable-next-line no-template-curly-in-string -- an expression of Terraform
    { clusterName: '${path.cwd}' },
    { region: '"' },
    { kmsKeyArn: '*' },
    { destination: 'github' },
    { destination: 'github', repoUrl: 'x', folder: '../x' },
  ])('should refuse %j', async change => {
    const { status } = await bare.dryRun({ ...values, ...change });
    expect(status).toBe(400);
  });

  describeWhereItRuns(obstacle ?? 'with Terraform', () => {
    it.each([
      ['without key', {}, false],
      ['with key', { kmsKeyArn }, true],
    ])('should write Terraform that applies, %s', async (_, change, hasKey) => {
      const { result } = await bare.dryRun({ ...values, ...change });
      const terraform = await Terraform.create({});
      const { directory } = terraform;
      for (const [path, text] of Object.entries(result.files)) {
        await mkdir(dirname(join(directory, path)), { recursive: true });
        await writeFile(join(directory, path), text);
      }
      await expect(terraform.run('fmt', '-check', '-diff')).resolves.toBe('');
      await copyModuleWithoutAws(join(directory, 'modules', 'workspace-iam'));
      await terraform.run('init', '-input=false', '-no-color');
      expect(await terraform.apply()).toEqual({
        'workspace-team-a':
          'arn:aws:iam::123456789012:role/drls-workspace-team-a',
      });
      await terraform.remove();
      expect(result.files[file].includes(kmsKeyArn)).toBe(hasKey);
    });
  });
});
