/** Runs benchmarks: `npm run bench -- provision`. */
import { commandExitCode } from './process/runCommand.mjs';
import { ensureDependencies } from './toolchain/ensureDependencies.mjs';
import { ensureToolchain } from './toolchain/ensureToolchain.mjs';
import { fromRoot } from './toolchain/paths.mjs';

await ensureToolchain();
await ensureDependencies();
process.exitCode = await commandExitCode({
  command: process.execPath,
  args: [fromRoot('test', 'benchmarks', 'run.mjs'), ...process.argv.slice(2)],
});
