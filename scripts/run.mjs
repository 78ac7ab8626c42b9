/** Runs a command of this repository's tools, for example `node scripts/run.mjs tsc`. */
import { existsSync } from 'node:fs';
import { commandExitCode } from './process/runCommand.mjs';
import { ensureDependencies } from './toolchain/ensureDependencies.mjs';
import { ensureToolchain } from './toolchain/ensureToolchain.mjs';
import { fromRoot } from './toolchain/paths.mjs';

await ensureToolchain();
if (!existsSync(fromRoot('node_modules', '.yarn-state.yml'))) {
  await ensureDependencies();
}
const [command, ...args] = process.argv.slice(2);
process.exitCode = await commandExitCode({
  command,
  args,
  cwd: process.cwd(),
  shell: process.platform === 'win32',
});
