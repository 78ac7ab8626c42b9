import { performance } from 'node:perf_hooks';
import { startPostgres } from '../../test/postgres/postgres.mjs';
import { allPhases } from './allPhases.mjs';
import { findTools } from './tools.mjs';
import { Verdict } from './Verdict.mjs';

/**
 * Runs phases one after the other and prints the verdict.
 *
 * @param names - of the phases to run; all when empty
 * @param strict - nothing may be skipped
 * @returns the exit code
 */
export async function runPhases({ names, strict }) {
  const phases = selectPhases(names);
  const tools = findTools();
  const postgres = tools.has('PostgreSQL') ? await startPostgres() : undefined;
  const env = {
    ...postgres?.environment,
    // Databases come from the server above, never from containers.
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    // @kubernetes/client-node is an ES module, which Jest loads only with this.
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    ...(tools.has('Chromium') && { CHROMIUM_PATH: tools.get('Chromium') }),
  };

  const verdict = new Verdict({ strict });
  try {
    for (const phase of phases) {
      console.log(`\n--- ${phase.name}`);
      const start = performance.now();
      const result = await phase.run({ env, tools });
      const seconds = Math.round((performance.now() - start) / 1000);
      verdict.add(result);
      console.log(`--- ${phase.name}: ${describe(result)} in ${seconds} s`);
    }
  } finally {
    await postgres?.stop();
  }
  console.log(`\n${verdict}`);
  return verdict.exitCode;
}

function selectPhases(names) {
  const known = allPhases.map(phase => phase.name);
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no phase ${unknown.join(', ')}, only ${known.join(', ')}`,
    );
  }
  return names.length > 0
    ? allPhases.filter(phase => names.includes(phase.name))
    : allPhases;
}

function describe({ passed = 0, failed = 0, skipped = 0, missing = [] }) {
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  return missing.length > 0
    ? `${counts} for want of ${missing.join(', ')}`
    : counts;
}
