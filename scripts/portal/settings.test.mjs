import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromRoot } from '../toolchain/paths.mjs';
import { portalSettings } from './settings.mjs';

test('listens on the ports of app-config.yaml', () => {
  const settings = portalSettings({});
  assert.equal(settings.portalUrl, 'http://localhost:3000');
  assert.equal(settings.backendUrl, 'http://localhost:7007');
  assert.equal(settings.directory, fromRoot('.dev'));
});

test('follows the environment', () => {
  const settings = portalSettings({
    PORTAL_PORT: '3100',
    BACKEND_PORT: '7107',
    DEV_DIRECTORY: '/tmp/elsewhere',
  });
  assert.equal(settings.portalUrl, 'http://localhost:3100');
  assert.equal(settings.backendUrl, 'http://localhost:7107');
  assert.equal(settings.directory, '/tmp/elsewhere');
});

test('refuses what is no port', () => {
  for (const port of ['0', '65536', '3000x', '-1', '1.5']) {
    assert.throws(
      () => portalSettings({ PORTAL_PORT: port }),
      /PORTAL_PORT must be a port/,
    );
  }
});
