import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { isBackendReady, isPortalReady, isPortTaken } from './readiness.mjs';

let answers = {};
let url;
const server = createServer((request, response) => {
  response.statusCode = answers[new URL(request.url, url).pathname] ?? 404;
  response.end();
});

before(async () => {
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

test('waits for the plugins, then for the personas in the catalog', async () => {
  const health = '/.backstage/health/v1/readiness';
  const refresh = '/api/auth/personas/refresh';
  answers = { [health]: 503 };
  assert.equal(await isBackendReady(url), false);
  answers = { [health]: 200, [refresh]: 503 };
  assert.equal(await isBackendReady(url), false);
  answers = { [health]: 200, [refresh]: 200 };
  assert.equal(await isBackendReady(url), true);
});

test('does not wait for personas that are not configured', async () => {
  answers = { '/.backstage/health/v1/readiness': 200 };
  assert.equal(await isBackendReady(url), true);
});

test('waits for the app', async () => {
  answers = {};
  assert.equal(await isPortalReady(url), false);
  answers = { '/': 200 };
  assert.equal(await isPortalReady(url), true);
});

test('tells a taken port from a free one', async () => {
  const { port } = server.address();
  assert.equal(await isPortTaken(port), true);
  const other = createServer();
  await new Promise(resolve => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const free = other.address().port;
  await new Promise(resolve => {
    other.close(resolve);
  });
  assert.equal(await isPortTaken(free), false);
});
