import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandExitCode } from '../process/runCommand.mjs';
import { fromRoot } from '../toolchain/paths.mjs';
import { readJestResult } from './readJestResult.mjs';

const resultsDirectory = fromRoot('test', 'results');

/** A phase without tests of its own: it passes or fails as a whole. */
export function commandPhase({ name, command, args }) {
  return {
    name,
    async run({ env }) {
      const code = await commandExitCode({ command, args, env });
      return code === 0 ? { passed: 1 } : { failed: 1 };
    },
  };
}

/**
 * A phase that runs Jest and counts its tests.
 *
 * @param needs - names of the tools without which it cannot run
 * @param uses - names of the tools without which some of its tests skip themselves
 */
export function jestPhase({ name, command, args, cwd, needs = [], uses = [] }) {
  return {
    name,
    async run({ env, tools }) {
      const missing = needs.filter(tool => !tools.has(tool));
      if (missing.length > 0) {
        return { skipped: 1, missing };
      }
      const file = join(resultsDirectory, `${name}.json`);
      mkdirSync(resultsDirectory, { recursive: true });
      rmSync(file, { force: true });
      const exitCode = await commandExitCode({
        command,
        args: [...args, '--json', `--outputFile=${file}`],
        cwd,
        env,
      });
      const result = readJestResult({ file, exitCode });
      return result.skipped > 0
        ? { ...result, missing: uses.filter(tool => !tools.has(tool)) }
        : result;
    },
  };
}

/** A phase that prepares something for later ones, and counts only when it cannot. */
export function preparationPhase({ name, needs, prepare }) {
  return {
    name,
    async run({ tools }) {
      const missing = needs.filter(tool => !tools.has(tool));
      if (missing.length > 0) {
        return { skipped: 1, missing };
      }
      try {
        await prepare();
        return { passed: 0 };
      } catch (error) {
        console.error(error.message);
        return { failed: 1 };
      }
    },
  };
}
