import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandPhase, jestPhase, preparationPhase } from './phases.mjs';

const context = { env: {}, tools: new Map([['Go', '/usr/bin/go']]) };

function exitWith(code) {
  return { command: process.execPath, args: ['-e', `process.exit(${code})`] };
}

test('a command passes or fails as a whole', async () => {
  const good = commandPhase({ name: 'good', ...exitWith(0) });
  assert.deepEqual(await good.run(context), { passed: 1 });
  const bad = commandPhase({ name: 'bad', ...exitWith(2) });
  assert.deepEqual(await bad.run(context), { failed: 1 });
});

test('tests without a tool that they need are skipped, and the tool is named', async () => {
  const phase = jestPhase({
    name: 'browser',
    ...exitWith(0),
    needs: ['Go', 'Chromium'],
  });
  assert.deepEqual(await phase.run(context), {
    skipped: 1,
    missing: ['Chromium'],
  });
});

test('tests that leave no result have failed', async () => {
  const phase = jestPhase({ name: 'no-result', ...exitWith(0), needs: ['Go'] });
  assert.deepEqual(await phase.run(context), { failed: 1 });
});

test('tests that skip themselves name what they would have used', async () => {
  const script = `
    const { writeFileSync } = require('node:fs');
    const file = process.argv.find(arg => arg.startsWith('--outputFile='));
    writeFileSync(file.slice('--outputFile='.length), JSON.stringify({
      numPassedTests: 4, numFailedTests: 0, numRuntimeErrorTestSuites: 0,
      numPendingTests: 2, numTodoTests: 0,
    }));`;
  const phase = jestPhase({
    name: 'self-skipping',
    command: process.execPath,
    args: ['-e', script, '--'],
    uses: ['Go', 'PostgreSQL'],
  });
  assert.deepEqual(await phase.run(context), {
    passed: 4,
    failed: 0,
    skipped: 2,
    missing: ['PostgreSQL'],
  });
});

test('a preparation counts only when it cannot be made', async () => {
  const phase = (needs, prepare) =>
    preparationPhase({ name: 'preparation', needs, prepare });
  assert.deepEqual(await phase(['Go'], async () => {}).run(context), {
    passed: 0,
  });
  assert.deepEqual(await phase(['Chromium'], async () => {}).run(context), {
    skipped: 1,
    missing: ['Chromium'],
  });
  const failing = phase(['Go'], () => Promise.reject(new Error('no compiler')));
  assert.deepEqual(await failing.run(context), { failed: 1 });
});
