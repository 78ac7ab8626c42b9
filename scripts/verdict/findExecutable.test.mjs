import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findExecutable } from './findExecutable.mjs';

const directory = mkdtempSync(join(tmpdir(), 'executables-'));
const tool = join(directory, 'tool');
writeFileSync(tool, '');
chmodSync(tool, 0o755);
writeFileSync(join(directory, 'text'), '');
after(() => rmSync(directory, { recursive: true }));

const environment = { PATH: directory };

test('finds the first candidate that exists', () => {
  assert.equal(findExecutable(['absent', 'tool'], environment), tool);
  assert.equal(findExecutable([tool], { PATH: '' }), tool);
});

test('finds neither what is absent nor what cannot be run', () => {
  assert.equal(
    findExecutable(['absent', '/no/such/tool'], environment),
    undefined,
  );
  assert.equal(findExecutable([directory], environment), undefined);
});
