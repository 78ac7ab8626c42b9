import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Verdict } from './Verdict.mjs';

test('adds up the phases in one line', () => {
  const verdict = new Verdict({ strict: false });
  verdict.add({ passed: 1 });
  verdict.add({ passed: 40, failed: 2, skipped: 1 });
  assert.equal(String(verdict), '41 passed, 2 failed, 1 skipped');
  assert.equal(verdict.exitCode, 1);
});

test('names each missing tool once', () => {
  const verdict = new Verdict({ strict: false });
  verdict.add({ passed: 3 });
  verdict.add({ skipped: 1, missing: ['Chromium'] });
  verdict.add({ skipped: 1, missing: ['Chromium', 'Go'] });
  assert.equal(
    String(verdict),
    '3 passed, 0 failed, 2 skipped (missing: Chromium, Go)',
  );
  assert.equal(verdict.exitCode, 0);
});

test('skips nothing when strict', () => {
  const verdict = new Verdict({ strict: true });
  verdict.add({ passed: 3 });
  verdict.add({ skipped: 1, missing: ['PostgreSQL'] });
  assert.equal(
    String(verdict),
    '3 passed, 1 failed, 0 skipped (missing: PostgreSQL)',
  );
  assert.equal(verdict.exitCode, 1);
});

test('does not pass when nothing ran', () => {
  assert.equal(new Verdict({ strict: false }).exitCode, 1);
});
