import { spawn } from 'node:child_process';

/**
 * Runs a command to its end, and shows nothing of what it prints.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @throws Error with what it wrote to its error output, when it ends with anything but 0
 */
export async function runQuietly(command, parameters, options = {}) {
  const child = spawn(command, parameters, {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr?.on('data', chunk => {
    output += chunk;
  });
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(`${command} ended with ${code}: ${output.trim()}`)),
    );
  });
}
