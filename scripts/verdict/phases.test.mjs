import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandPhase, jestPhase } from './phases.mjs';

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
