import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusterConnection } from '@team-workspaces/backstage-plugin-workspaces-node';
import { openConnection } from './connection';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const CA_DATA = Buffer.from(PEM).toString('base64');

function open(connection: ClusterConnection) {
  return openConnection({
    cluster: { name: 'production', connection },
    awsCredentialsManager: () => ({
      getCredentialProvider: async () => ({
        sdkCredentialProvider: async () => ({
          accessKeyId: 'AKIDEXAMPLE',
          secretAccessKey: 'secret',
        }),
      }),
    }),
  });
}

describe('openConnection', () => {
  let directory: string;
  let file: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'connection-'));
    file = join(directory, 'kubeconfig');
  });

  afterEach(async () => {
    jest.useRealTimers();
    await rm(directory, { recursive: true });
  });

  /** JSON is YAML. */
  async function writeKubeconfig(user: object, cluster: object = {}) {
    const server = 'https://cluster.example.com/k8s';
    const other = { server: 'https://other.example.com' };
    await writeFile(
      file,
      JSON.stringify({
        'current-context': 'other',
        contexts: [
          { name: 'other', context: { cluster: 'other', user: 'portal' } },
          { name: 'production', context: { cluster: 'main', user: 'portal' } },
          { name: 'empty', context: { cluster: 'absent', user: 'absent' } },
        ],
        clusters: [
          { name: 'other', cluster: other },
          { name: 'main', cluster: { server, ...cluster } },
        ],
        users: [{ name: 'portal', user }],
      }),
    );
  }

  const openFile = (context = 'production') =>
    open({ type: 'kubeconfig', file, context });

  it('should use the named context of a kubeconfig, not the current one', async () => {
    await writeKubeconfig(
      {
        'client-certificate-data':
          Buffer.from('certificate').toString('base64'),
        'client-key-data': Buffer.from('key').toString('base64'),
      },
      {
        'certificate-authority-data': CA_DATA,
        'tls-server-name': 'kubernetes',
      },
    );
    const endpoint = await openFile();
    expect(endpoint.url.href).toBe('https://cluster.example.com/k8s');
    expect(await endpoint.credentials()).toEqual({
      headers: {},
      tls: {
        ca: Buffer.from(PEM),
        cert: Buffer.from('certificate'),
        key: Buffer.from('key'),
        servername: 'kubernetes',
      },
    });
  });

  it('should read a token file again when it changed', async () => {
    const tokenFile = join(directory, 'token');
    await writeFile(tokenFile, 'first\n');
    await writeKubeconfig({
      'auth-provider': { name: 'tokenFile', config: { tokenFile } },
    });
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const endpoint = await openFile();
    expect((await endpoint.credentials()).headers).toEqual({
      Authorization: 'Bearer first',
    });
    await writeFile(tokenFile, 'second\n');
    jest.setSystemTime(Date.now() + 61_000);
    expect((await endpoint.credentials()).headers).toEqual({
      Authorization: 'Bearer second',
    });
  });

  it('should ask an exec plugin', async () => {
    const credential = { status: { token: 'of-the-plugin' } };
    await writeKubeconfig({
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: process.execPath,
        args: ['-p', `'${JSON.stringify(credential)}'`],
      },
    });
    const endpoint = await openFile();
    expect((await endpoint.credentials()).headers).toEqual({
      Authorization: 'Bearer of-the-plugin',
    });
  });

  it('should say that an exec plugin failed without saying what it wrote', async () => {
    await writeKubeconfig({
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: process.execPath,
        args: ['-e', 'console.error("hidden"); process.exit(1)'],
      },
    });
    const endpoint = await openFile();
    await expect(endpoint.credentials()).rejects.toMatchObject({
      reason: 'ClusterUnauthorized',
      message:
        'The cluster "production" cannot be used: credentials for it cannot be obtained.',
    });
  });

  it('should read the kubeconfig again after its credentials were rejected', async () => {
    await writeKubeconfig({ token: 'first' });
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const endpoint = await openFile();
    const first = await endpoint.credentials();
    await writeKubeconfig({ token: 'second' });
    jest.setSystemTime(Date.now() + 6_000);
    expect(endpoint.renew(first)).toBe(true);
    expect((await endpoint.credentials()).headers).toEqual({
      Authorization: 'Bearer second',
    });
  });

  it.each([
    [
      'a context that is not there',
      {},
      'absent',
      'its kubeconfig has no context "absent" with a cluster and a user',
    ],
    [
      'a context without a cluster',
      {},
      'empty',
      'its kubeconfig has no context "empty" with a cluster and a user',
    ],
    [
      'verification switched off',
      { 'insecure-skip-tls-verify': true },
      'production',
      'insecure-skip-tls-verify is not allowed',
    ],
    [
      'plain http',
      { server: 'http://cluster.example.com' },
      'production',
      'the url of its API server is not an https:// URL',
    ],
    [
      'a proxy',
      { 'proxy-url': 'http://proxy.example.com' },
      'production',
      'proxy-url is not supported',
    ],
  ])('should refuse %s', async (_what, cluster, context, why) => {
    await writeKubeconfig({ token: 'abc' }, cluster);
    await expect(openFile(context)).rejects.toMatchObject({
      reason: 'ClusterUnauthorized',
      message: `The cluster "production" cannot be used: ${why}.`,
    });
  });

  it('should refuse a user who would be anonymous', async () => {
    await writeKubeconfig({ tokenFile: '/var/run/token' });
    await expect(openFile()).rejects.toThrow(
      'its kubeconfig gives the user neither token, certificate, exec, auth-provider nor username',
    );
  });

  it('should refuse a kubeconfig that is not there', async () => {
    await expect(openFile()).rejects.toThrow('its kubeconfig cannot be read');
  });

  it('should refuse inCluster outside of a cluster', async () => {
    await expect(open({ type: 'inCluster' })).rejects.toThrow(
      'inCluster is set, but the portal does not run in a cluster',
    );
  });

  it('should send a configured token', async () => {
    const endpoint = await open({
      type: 'token',
      url: 'https://cluster.example.com',
      caData: CA_DATA,
      token: 'abc',
    });
    expect(await endpoint.credentials()).toEqual({
      headers: { Authorization: 'Bearer abc' },
      tls: { ca: Buffer.from(PEM) },
    });
  });

  it('should keep a token of AWS for 14 minutes', async () => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate'],
      now: new Date('2026-01-01T00:00:00Z'),
    });
    const endpoint = await open({
      type: 'aws',
      url: 'https://eks.example.com',
      clusterName: 'analytics',
      region: 'eu-west-1',
    });
    const first = await endpoint.credentials();
    expect(first.headers.Authorization).toMatch(/^Bearer k8s-aws-v1\./);
    jest.setSystemTime(new Date('2026-01-01T00:13:59Z'));
    expect(await endpoint.credentials()).toBe(first);
    jest.setSystemTime(new Date('2026-01-01T00:14:00Z'));
    expect((await endpoint.credentials()).headers).not.toEqual(first.headers);
  });
});
