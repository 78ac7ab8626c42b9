import { existsSync, readFileSync } from 'node:fs';

/**
 * Counts the tests in a result file that Jest wrote with `--json --outputFile`.
 *
 * A suite that could not run, a run that ended badly without a failed test, and a run without
 * any test each count as one failure.
 */
export function readJestResult({ file, exitCode }) {
  if (!existsSync(file)) {
    return { failed: 1 };
  }
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const passed = result.numPassedTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  const endedBadly = failed === 0 && (exitCode !== 0 || passed + skipped === 0);
  return { passed, failed: endedBadly ? 1 : failed, skipped };
}
