import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dependenciesHash } from './ensureDependencies.mjs';

const root = mkdtempSync(join(tmpdir(), 'dependencies-'));
after(() => rmSync(root, { recursive: true }));

function write(file, text) {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
}

test('changes with a manifest or the lockfile, and with nothing else', () => {
  write('package.json', '{}');
  write('yarn.lock', 'one');
  write('plugins/a/package.json', '{}');
  const before = dependenciesHash({ root });

  write('plugins/a/src/index.ts', 'export {};');
  assert.equal(dependenciesHash({ root }), before);

  write('plugins/a/package.json', '{ "name": "a" }');
  const changed = dependenciesHash({ root });
  assert.notEqual(changed, before);

  write('yarn.lock', 'two');
  assert.notEqual(dependenciesHash({ root }), changed);
});

test('changes when a package appears', () => {
  const before = dependenciesHash({ root });
  write('packages/b/package.json', '{}');
  assert.notEqual(dependenciesHash({ root }), before);
});
