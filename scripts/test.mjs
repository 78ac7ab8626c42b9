/**
 * Runs everything that can tell whether this repository is sound, and ends with one line.
 * `npm test -- unit browser` runs some phases only.
 */
import { ensureDependencies } from './toolchain/ensureDependencies.mjs';
import { ensureToolchain } from './toolchain/ensureToolchain.mjs';
import { runPhases } from './verdict/runPhases.mjs';

await ensureToolchain();
const strict = process.env.CI === 'true';
await ensureDependencies({ immutable: strict });
process.exitCode = await runPhases({ names: process.argv.slice(2), strict });
