import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readClusters } from './clusters';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const CA_DATA = Buffer.from(PEM).toString('base64');

function read(...clusters: JsonObject[]) {
  return readClusters(new ConfigReader({ workspaces: { clusters } }));
}

const token = { url: 'https://cluster.example.com', token: 'abc' };

describe('readClusters', () => {
  it('should read no clusters when there are none', () => {
    expect(readClusters(new ConfigReader({}))).toEqual([]);
  });

  it('should read a cluster of each way in order', () => {
    const kubeconfig = {
      file: '/etc/portal/kubeconfig',
      context: 'production',
    };
    const aws = {
      url: 'https://eks.example.com',
      caData: CA_DATA,
      clusterName: 'analytics',
      region: 'eu-west-1',
      accountId: '123456789012',
      assumeRole: 'arn:aws:iam::123456789012:role/portal',
      externalId: 'portal',
    };
    expect(
      read(
        { name: 'one', title: 'One', kubeconfig },
        {
          name: 'two',
          inCluster: true,
          internalCidrs: ['10.0.0.0/16', 'fd00::/8'],
        },
        { name: 'three', token },
        { name: 'four', aws },
      ),
    ).toEqual([
      {
        name: 'one',
        title: 'One',
        connection: { type: 'kubeconfig', ...kubeconfig },
        internalCidrs: [],
      },
      {
        name: 'two',
        connection: { type: 'inCluster' },
        internalCidrs: ['10.0.0.0/16', 'fd00::/8'],
      },
      {
        name: 'three',
        connection: { type: 'token', ...token },
        internalCidrs: [],
      },
      { name: 'four', connection: { type: 'aws', ...aws }, internalCidrs: [] },
    ]);
  });

  it('should read the certificate authority from a file', () => {
    const directory = mkdtempSync(join(tmpdir(), 'clusters-'));
    const caFile = join(directory, 'ca.crt');
    writeFileSync(caFile, PEM);
    const [cluster] = read({ name: 'one', token: { ...token, caFile } });
    rmSync(directory, { recursive: true });
    expect(cluster.connection).toEqual({
      type: 'token',
      ...token,
      caData: CA_DATA,
    });
  });

  it.each([
    [
      'two ways',
      { name: 'a', inCluster: true, token },
      'workspaces.clusters[0]: exactly one of kubeconfig, inCluster, token, aws must be given; there is inCluster and token.',
    ],
    [
      'no way',
      { name: 'a' },
      'workspaces.clusters[0]: exactly one of kubeconfig, inCluster, token, aws must be given; there is none.',
    ],
    [
      'a bad name',
      { name: 'Prod_1', inCluster: true },
      'workspaces.clusters[0].name: "Prod_1" is not 1 to 63 lower case letters, digits, and inner hyphens and dots.',
    ],
    [
      'plain http',
      { name: 'a', token: { ...token, url: 'http://cluster.example.com' } },
      'workspaces.clusters[0].token.url: "http://cluster.example.com" is not an https:// URL; credentials are never sent in the clear.',
    ],
    [
      'a missing context',
      { name: 'a', kubeconfig: { file: '/etc/kubeconfig' } },
      'workspaces.clusters[0].kubeconfig.context: a context must be named; the current one of the file is never used.',
    ],
    [
      'inCluster switched off',
      { name: 'a', inCluster: false },
      'workspaces.clusters[0].inCluster: it can only be true.',
    ],
    [
      'a bad range',
      { name: 'a', inCluster: true, internalCidrs: ['10.0.0.0/8', '10.0.0.0'] },
      'workspaces.clusters[0].internalCidrs[1]: "10.0.0.0" is not a range of addresses such as 10.0.0.0/16.',
    ],
    [
      'both forms of the certificate authority',
      { name: 'a', token: { ...token, caData: CA_DATA, caFile: '/ca.crt' } },
      'workspaces.clusters[0].token: caData and caFile exclude each other.',
    ],
    [
      'a certificate authority that is none',
      { name: 'a', token: { ...token, caData: 'bm9uZQ==' } },
      'workspaces.clusters[0].token.caData: there is no PEM certificate in it.',
    ],
    [
      'a file that is not there',
      { name: 'a', token: { ...token, caFile: '/absent/ca.crt' } },
      'workspaces.clusters[0].token.caFile: the file "/absent/ca.crt" cannot be read.',
    ],
    [
      'a switch that would turn verification off',
      { name: 'a', token: { ...token, skipTLSVerify: true } },
      'workspaces.clusters[0].token.skipTLSVerify: there is no such key; known are url, caData, caFile, token.',
    ],
  ])('should refuse %s', (_what, cluster, message) => {
    expect(() => read(cluster)).toThrow(`Invalid configuration at ${message}`);
  });

  it('should refuse a name that is there twice', () => {
    expect(() =>
      read({ name: 'a', inCluster: true }, { name: 'a', token }),
    ).toThrow(
      'Invalid configuration at workspaces.clusters[1].name: "a" is there twice.',
    );
  });
});
