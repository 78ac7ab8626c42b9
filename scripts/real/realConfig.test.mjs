import assert from 'node:assert/strict';
import { test } from 'node:test';
import { realConfig } from './realConfig.mjs';

const config = realConfig({
  postgres: { host: '127.0.0.1', port: 5433, user: 'portal', password: 'pw' },
  controlPlane: {
    url: 'https://127.0.0.1:6443',
    caData: 'Y2E=',
    adminToken: 'token',
    kubeconfig: () => '{ "current-context": "control-plane" }',
  },
  kubeconfig: '/data/kubeconfig',
});

test('names the context of the kubeconfig', () => {
  assert.deepEqual(config.workspaces.clusters[0].kubeconfig, {
    file: '/data/kubeconfig',
    context: 'control-plane',
  });
});

test('calls the cluster the same for workspaces and for the Kubernetes tab', () => {
  const [method] = config.kubernetes.clusterLocatorMethods;
  assert.equal(method.clusters[0].name, config.workspaces.clusters[0].name);
});

test('leaves nothing of the SQLite configuration', () => {
  assert.equal(config.backend.database.client, 'pg');
  assert.equal(config.backend.database.connection.directory, null);
});
