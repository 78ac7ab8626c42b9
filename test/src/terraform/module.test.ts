import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyModuleWithoutAws } from './__testUtils__/copyModuleWithoutAws';
import {
  findTerraformObstacle,
  MODULE_DIRECTORY,
  Terraform,
  TERRAFORM_LIMIT_MS,
} from './__testUtils__/Terraform';

jest.setTimeout(TERRAFORM_LIMIT_MS);

const obstacle = findTerraformObstacle();
const describeWhereItRuns = obstacle ? describe.skip : describe;

async function createWithoutAws(
  variables: Readonly<Record<string, unknown>>,
): Promise<Terraform> {
  const terraform = await Terraform.create({});
  const { directory } = terraform;
  await copyModuleWithoutAws(directory);
  await writeFile(
    join(directory, 'terraform.tfvars.json'),
    JSON.stringify(variables),
  );
  await terraform.run('init', '-input=false', '-no-color');
  return terraform;
}

/** The block of a variable as it is written. */
async function variableBlock(file: string, name: string): Promise<string> {
  const text = await readFile(join(MODULE_DIRECTORY, file), 'utf8');
  return new RegExp(`^variable "${name}" \\{\\n(?:.*\\n)*?^\\}`, 'm').exec(
    text,
  )![0];
}

const required = {
  workspace_id: 'team-a',
  bucket_arn: 'arn:aws:s3:::drls-data',
};

describeWhereItRuns(obstacle ?? 'the Terraform module workspace-iam', () => {
  it('should be formatted as Terraform formats', async () => {
    const terraform = await Terraform.create({});
    await expect(
      terraform.run('fmt', '-check', '-diff', '-recursive', MODULE_DIRECTORY),
    ).resolves.toBe('');
    await terraform.remove();
  });

  it('should need no more than id and bucket', async () => {
    const terraform = await createWithoutAws(required);
    const outputs = await terraform.apply();
    await terraform.remove();
    expect(outputs).toMatchObject({
      role_name: 'drls-workspace-team-a',
      cluster_name: 'drls',
    });
    expect(outputs.trust).toContain(
      'oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF:aud',
    );
    expect(outputs.permissions).not.toContain('kms:');
  });

  it('should pass on everything that can be chosen', async () => {
    const terraform = await createWithoutAws({
      ...required,
      cluster_name: 'production',
      region: 'eu-west-1',
      kms_key_arn:
        'arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef',
      namespaces: ['lab'],
      glue_read: false,
      role_name_pattern: 'rls-workspace-{id}',
      role_path: '/team-workspaces/',
      permissions_boundary_arn: 'arn:aws:iam::123456789012:policy/boundary',
    });
    const outputs = await terraform.apply();
    await terraform.remove();
    expect(outputs).toMatchObject({
      role_name: 'rls-workspace-team-a',
      cluster_name: 'production',
    });
    expect(outputs.trust).toContain('"system:serviceaccount:lab:user-*"');
    expect(outputs.permissions).toContain('"kms:ViaService":"s3.eu-west-1');
    expect(outputs.permissions).not.toContain('glue:');
  });

  it.each([
    [{ workspace_id: '*' }, 'workspace_id must be'],
    [{ bucket_arn: 'arn:aws:s3:::*' }, 'bucket_arn must be'],
    [{ cluster_name: 'a/b' }, 'cluster_name must be'],
    [{ namespaces: ['*'] }, 'Each of namespaces'],
    [{ role_name_pattern: 'role' }, 'role_name_pattern must hold {id}'],
    [{ role_name_pattern: `${'x'.repeat(60)}{id}` }, 'more than 64 characters'],
    [{ role_path: 'a/' }, 'role_path must start'],
    [{ permissions_boundary_arn: '*' }, 'permissions_boundary_arn must be'],
    [{ workspace_id: null }, 'null'],
  ])('should refuse %j', async (change, message) => {
    const terraform = await createWithoutAws({ ...required, ...change });
    const errors = await terraform.planErrors();
    await terraform.remove();
    expect(errors.map(({ detail }) => detail)).toContainEqual(
      expect.stringContaining(message),
    );
  });

  it('should have the rules of its documents for what it is given', async () => {
    expect(await variableBlock('variables.tf', 'workspace_id')).toBe(
      await variableBlock('modules/documents/variables.tf', 'workspace_id'),
    );
    const [first] = (
      await variableBlock('modules/documents/variables.tf', 'bucket_arn')
    ).split(/\n\n {2}validation \{\n {4}condition {5}= try/);
    expect(await variableBlock('variables.tf', 'bucket_arn')).toBe(
      `${first}\n}`,
    );
  });

  it('should put out the ARN and the name of the role', async () => {
    const outputs = await readFile(
      join(MODULE_DIRECTORY, 'outputs.tf'),
      'utf8',
    );
    expect(
      [...outputs.matchAll(/^output "(\w+)"/gm)].map(([, name]) => name),
    ).toEqual(['role_arn', 'role_name']);
  });
});
