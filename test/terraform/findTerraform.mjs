/** Finds a Terraform or OpenTofu on this machine that can run the modules of this repository. */
import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findGo, isExecutable } from '../process/findGo.mjs';

/** Where the built OpenTofu is kept, outside version control. */
export const terraformDirectory = fileURLToPath(
  new URL('../../.toolchain/terraform', import.meta.url),
);

/** The built OpenTofu. */
export const builtTofu = join(terraformDirectory, 'tofu');

/** Validation rules that read other variables need this one. */
const oldestVersion = [1, 9];

/** Neither network nor the files of whoever runs the tests play a part. */
export const terraformEnvironment = {
  CHECKPOINT_DISABLE: '1',
  TF_IN_AUTOMATION: '1',
  TF_CLI_CONFIG_FILE: fileURLToPath(new URL('empty.tfrc', import.meta.url)),
};

/**
 * Whether an executable answers that it is new enough.
 *
 * @param {string} path
 * @returns {boolean}
 */
export function isNewEnough(path) {
  try {
    const output = execFileSync(path, ['version', '-json'], {
      env: { ...process.env, ...terraformEnvironment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [major, minor] = JSON.parse(output.toString())
      .terraform_version.split('.')
      .map(Number);
    return (
      major > oldestVersion[0] ||
      (major === oldestVersion[0] && minor >= oldestVersion[1])
    );
  } catch {
    return false;
  }
}

/**
 * The executable of an installed Terraform or OpenTofu.
 *
 * @param {{ PATH?: string }} [environment]
 * @returns {string | undefined} an absolute path
 */
export function findInstalledTerraform({ PATH = '' } = process.env) {
  return ['terraform', 'tofu']
    .flatMap(name =>
      PATH.split(delimiter)
        .filter(Boolean)
        .map(directory => join(directory, name)),
    )
    .find(path => isExecutable(path) && isNewEnough(path));
}

/**
 * Why Terraform can neither be found nor be built here.
 *
 * @returns {string | undefined} nothing when it can
 */
export function findTerraformObstacle(environment = process.env) {
  return isExecutable(builtTofu) ||
    findGo(environment) ||
    findInstalledTerraform(environment)
    ? undefined
    : 'Neither Terraform nor OpenTofu 1.9 is installed, and there is no Go to build OpenTofu: install one of them.';
}
