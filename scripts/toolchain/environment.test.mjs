import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { toolchainEnvironment } from './environment.mjs';

const directory = mkdtempSync(join(tmpdir(), 'toolchain-'));
after(() => rmSync(directory, { recursive: true }));

test('puts the chosen Node first in PATH, whatever its spelling', () => {
  const node = join(directory, 'bare', 'bin', 'node');
  for (const name of ['PATH', 'Path']) {
    const result = toolchainEnvironment({
      node,
      environment: { [name]: '/elsewhere' },
    });
    const entries = result[name].split(delimiter);
    assert.equal(entries[0], join(directory, 'bare', 'bin'));
    assert.equal(entries.at(-1), '/elsewhere');
  }
});

test("points native modules at the chosen Node's headers", () => {
  const headers = join(directory, 'complete', 'include', 'node');
  mkdirSync(headers, { recursive: true });
  writeFileSync(join(headers, 'node.h'), '');
  const result = toolchainEnvironment({
    node: join(directory, 'complete', 'bin', 'node'),
    environment: { PATH: '', npm_config_nodedir: '/other' },
  });
  assert.equal(result.npm_config_nodedir, join(directory, 'complete'));
});

test("drops another Node's headers", () => {
  const result = toolchainEnvironment({
    node: join(directory, 'bare', 'bin', 'node'),
    environment: { PATH: '', npm_config_nodedir: '/other' },
  });
  assert.equal('npm_config_nodedir' in result, false);
});
