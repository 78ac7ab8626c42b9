import { ConfigReader } from '@backstage/config';
import { readAwsConfig } from './readAwsConfig';

const CLUSTER = {
  account: '123456789012',
  region: 'eu-west-1',
  oidcProvider:
    'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
  bucket: 'team-data',
};
const BOUNDARY = 'arn:aws:iam::123456789012:policy/team-workspaces';

function read(clusters: object) {
  return readAwsConfig(new ConfigReader({ workspaces: { aws: { clusters } } }));
}

function readOne(changes: object) {
  return read({ local: { ...CLUSTER, ...changes } }).get('local');
}

describe('readAwsConfig', () => {
  it('is empty where nothing is configured', () => {
    expect(readAwsConfig(new ConfigReader({})).size).toBe(0);
  });

  it('has safe defaults', () => {
    expect(readOne({})).toEqual({
      ...CLUSTER,
      cluster: 'local',
      partition: 'aws',
      modes: ['external', 'none'],
      roleNamePattern: 'drls-workspace-{id}',
      rolePath: '/team-workspaces/',
      tags: {},
      glue: false,
      extraPrefixes: [],
    });
  });

  it('reads everything, of clusters with dots in their name too', () => {
    const clusters = read({
      'eks.eu': {
        ...CLUSTER,
        region: 'us-gov-west-1',
        modes: ['managed'],
        roleNamePattern: 'rls-workspace-{id}',
        rolePath: '/',
        permissionsBoundary: BOUNDARY,
        tags: { 'cost-centre': '42' },
        glue: true,
        extraPrefixes: [{ bucket: 'shared', prefix: 'reference/' }],
        podIdentity: { clusterName: 'drls' },
        endpoint: 'http://127.0.0.1:4566',
      },
    });
    expect(clusters.get('eks.eu')).toMatchObject({
      partition: 'aws-us-gov',
      modes: ['managed', 'none'],
      roleNamePattern: 'rls-workspace-{id}',
      rolePath: '/',
      tags: { 'cost-centre': '42' },
      extraPrefixes: [
        { bucket: 'shared', prefix: 'reference/', access: 'read' },
      ],
      podIdentity: {
        clusterArn:
          'arn:aws-us-gov:eks:us-gov-west-1:123456789012:cluster/drls',
      },
    });
  });

  it.each([
    ['account', { account: '1234' }],
    ['region', { region: 'Europe' }],
    ['oidcProvider', { oidcProvider: `https://${CLUSTER.oidcProvider}` }],
    ['bucket', { bucket: 'team*' }],
    ['modes[0]', { modes: ['automatic'] }],
    ['roleNamePattern', { roleNamePattern: 'drls-workspace' }],
    ['roleNamePattern', { roleNamePattern: `${'x'.repeat(27)}{id}` }],
    ['rolePath', { rolePath: 'workspaces' }],
    ['permissionsBoundary', { modes: ['managed'] }],
    ['permissionsBoundary', { permissionsBoundary: 'AdministratorAccess' }],
    [
      'tags[team-workspaces.dev/workspace]',
      { tags: { 'team-workspaces.dev/workspace': 'x' } },
    ],
    ['tags[aws:x]', { tags: { 'aws:x': 'x' } }],
    ['kmsKeyArn', { kmsKeyArn: 'alias/data' }],
    [
      'extraPrefixes[0].prefix',
      { extraPrefixes: [{ bucket: 'shared', prefix: 'a' }] },
    ],
    [
      'extraPrefixes[0].access',
      { extraPrefixes: [{ bucket: 'shared', prefix: 'a/', access: 'all' }] },
    ],
    [
      'extraPrefixes[0].prefix',
      { extraPrefixes: [{ bucket: 'team-data', prefix: 'shared/x/' }] },
    ],
    ['podIdentity.clusterName', { podIdentity: { clusterName: '*' } }],
    ['endpoint', { endpoint: 'localhost' }],
    ['bukket', { bukket: 'x' }],
  ])('refuses a wrong %s', (key, changes) => {
    expect(() => readOne(changes)).toThrow(
      `Invalid configuration at workspaces.aws.clusters.local.${key}: `,
    );
  });

  it.each(Object.keys(CLUSTER))('refuses a missing %s', key => {
    expect(() => readOne({ [key]: undefined })).toThrow(
      `workspaces.aws.clusters.local.${key}`,
    );
  });

  it('refuses clusters whose workspaces would meet in AWS', () => {
    const managed = {
      ...CLUSTER,
      modes: ['managed'],
      permissionsBoundary: BOUNDARY,
    };
    expect(() => read({ one: CLUSTER, two: CLUSTER })).toThrow('the bucket');
    expect(() =>
      read({ one: managed, two: { ...managed, bucket: 'other-data' } }),
    ).toThrow('roleNamePattern');
    expect(() =>
      read({ one: CLUSTER, two: { ...CLUSTER, bucket: 'other-data' } }),
    ).not.toThrow();
  });
});
