import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readJestResult } from './readJestResult.mjs';

const directory = mkdtempSync(join(tmpdir(), 'jest-result-'));
after(() => rmSync(directory, { recursive: true }));

function read(counts, exitCode) {
  const file = join(directory, 'result.json');
  writeFileSync(
    file,
    JSON.stringify({
      numPassedTests: 0,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      ...counts,
    }),
  );
  return readJestResult({ file, exitCode });
}

test('counts tests', () => {
  assert.deepEqual(
    read({ numPassedTests: 5, numPendingTests: 1, numTodoTests: 1 }, 0),
    { passed: 5, failed: 0, skipped: 2 },
  );
  assert.deepEqual(read({ numPassedTests: 5, numFailedTests: 2 }, 1), {
    passed: 5,
    failed: 2,
    skipped: 0,
  });
});

test('counts a suite that could not run as a failure', () => {
  assert.equal(
    read({ numPassedTests: 5, numRuntimeErrorTestSuites: 1 }, 1).failed,
    1,
  );
});

test('believes a bad end more than good counts', () => {
  assert.equal(read({ numPassedTests: 5 }, 1).failed, 1);
});

test('does not take silence for success', () => {
  assert.equal(read({}, 0).failed, 1);
  assert.equal(
    readJestResult({ file: join(directory, 'absent'), exitCode: 0 }).failed,
    1,
  );
});
