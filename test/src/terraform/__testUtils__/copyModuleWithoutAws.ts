import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MODULE_DIRECTORY } from './Terraform';

const DOCUMENTS = join('modules', 'documents');
const FILES = [
  'variables.tf',
  'documents.tf',
  ...['main.tf', 'outputs.tf', 'variables.tf', 'versions.tf'].map(name =>
    join(DOCUMENTS, name),
  ),
];

/** In place of what AWS would be asked. */
const CLUSTER = `locals {
  account_id    = "123456789012"
  oidc_provider = "oidc.eks.\${var.region}.amazonaws.com/id/0123456789ABCDEF"
}
`;

/** What the module puts out, and what its AWS resources would be given. */
const OUTPUTS = `output "role_arn" { value = "arn:aws:iam::123456789012:role/\${local.role_name}" }
output "role_name" { value = local.role_name }
output "cluster_name" { value = var.cluster_name }
output "trust" { value = module.documents.trust_policy }
output "permissions" { value = module.documents.permissions_policy }
`;

/** Copies the Terraform module without its AWS resources, for which no provider is at hand. */
export async function copyModuleWithoutAws(directory: string): Promise<void> {
  await mkdir(join(directory, DOCUMENTS), { recursive: true });
  for (const file of FILES) {
    await copyFile(join(MODULE_DIRECTORY, file), join(directory, file));
  }
  await writeFile(join(directory, 'cluster.tf'), CLUSTER);
  await writeFile(join(directory, 'outputs.tf'), OUTPUTS);
}
