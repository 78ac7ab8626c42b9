import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Building OpenTofu, where no Terraform is installed, takes minutes the first time. */
export const TERRAFORM_LIMIT_MS = 900_000;

/** The Terraform module of a workspace's role. */
export const MODULE_DIRECTORY = resolve(
  // Run from the sources only.
  // eslint-disable-next-line no-restricted-syntax
  __dirname,
  '../../../../templates/workspace-iam',
);

const script = resolve(
  // eslint-disable-next-line no-restricted-syntax -- as above
  __dirname,
  '../../../terraform/runEnsureTerraform.mjs',
);
const execute = promisify(execFile);

/** What Terraform says about a configuration. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly range?: { readonly filename: string };
}

/**
 * Why Terraform can neither be found nor be built here; where CI is set, nothing is skipped.
 */
export function findTerraformObstacle(): string | undefined {
  return process.env.CI
    ? undefined
    : JSON.parse(execFileSync(process.execPath, [script, 'check']).toString())
        .obstacle;
}

/** Terraform in a throwaway folder. */
export class Terraform {
  readonly directory: string;
  readonly #executable: string;
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(options: {
    directory: string;
    executable: string;
    environment: Record<string, string>;
  }) {
    this.directory = options.directory;
    this.#executable = options.executable;
    this.#environment = { ...process.env, ...options.environment };
  }

  /** Writes the files and initialises the folder. */
  static async create(
    files: Readonly<Record<string, string>>,
  ): Promise<Terraform> {
    const { stdout } = await execute(process.execPath, [script]);
    const { executable, environment, obstacle } = JSON.parse(stdout);
    if (obstacle) {
      throw new Error(obstacle);
    }
    const directory = await mkdtemp(join(tmpdir(), 'terraform-'));
    const terraform = new Terraform({ directory, executable, environment });
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(directory, name), text);
    }
    if (Object.keys(files).length > 0) {
      await terraform.run(
        'init',
        '-input=false',
        '-no-color',
        '-backend=false',
      );
    }
    return terraform;
  }

  /** Runs a command in the folder; throws with what it printed when it fails. */
  async run(...args: string[]): Promise<string> {
    const { stdout } = await execute(this.#executable, args, {
      cwd: this.directory,
      env: this.#environment,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  }

  /** Applies the folder and returns its outputs. */
  async apply(): Promise<Record<string, unknown>> {
    await this.run('apply', '-auto-approve', '-input=false', '-no-color');
    const outputs: Record<string, { value: unknown }> = JSON.parse(
      await this.run('output', '-json'),
    );
    return Object.fromEntries(
      Object.entries(outputs).map(([name, { value }]) => [name, value]),
    );
  }

  /** What a plan that must fail says. */
  async planErrors(): Promise<Diagnostic[]> {
    const printed = await this.run('plan', '-json', '-input=false').then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
    return printed
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line).diagnostic)
      .filter(diagnostic => diagnostic?.severity === 'error');
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
