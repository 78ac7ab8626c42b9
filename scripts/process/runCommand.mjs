import { spawn } from 'node:child_process';
import { rootDirectory } from '../toolchain/paths.mjs';

/**
 * Runs a command to its end, showing what it prints as it prints it.
 *
 * @throws Error when it ends with anything but 0
 */
export async function runCommand(options) {
  const code = await commandExitCode(options);
  if (code !== 0) {
    const { command, args = [] } = options;
    throw new Error(`${[command, ...args].join(' ')} ended with ${code}`);
  }
}

/** Runs a command to its end, and resolves with its exit code; 1 when a signal ended it. */
export function commandExitCode(options) {
  const { command, args = [], cwd = rootDirectory, env, shell } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', code => resolve(code ?? 1));
  });
}
