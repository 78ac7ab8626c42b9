import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readWorkspacesConfig } from './readWorkspacesConfig';

const read = (workspaces?: JsonObject) =>
  readWorkspacesConfig(new ConfigReader(workspaces ? { workspaces } : {}));

const quota = (profile: JsonObject) => ({ quotaProfiles: { tiny: profile } });

const network = (profile: JsonObject) => ({
  network: { profiles: { own: profile } },
});

describe('readWorkspacesConfig', () => {
  it('ships what the design says', () => {
    const config = read();
    expect(config.namespaces).toEqual([
      {
        suffix: 'notebooks',
        networkProfile: 'notebooks',
        podSecurity: 'restricted',
      },
      {
        suffix: 'drls-clusters',
        networkProfile: 'clusters',
        podSecurity: 'restricted',
      },
      {
        suffix: 'drls-pipelines',
        networkProfile: 'pipelines',
        podSecurity: 'restricted',
      },
    ]);
    expect(config.defaultWorkspace?.namespaces.map(({ name }) => name)).toEqual(
      ['notebooks', 'drls-clusters', 'drls-pipelines'],
    );
    expect(config.quotaProfiles.map(({ name }) => name)).toEqual([
      'small',
      'medium',
      'large',
    ]);
    expect(config).toMatchObject({
      admins: [],
      clusters: [],
      defaultQuotaProfile: 'small',
      workspacesPerGroup: 5,
      nestedGroups: true,
      rbac: { userSubject: '{name}', groupSubject: '{name}' },
      reconciler: {
        attemptsBeforeError: 3,
        backoffBaseMs: 1000,
        drift: 'heal',
      },
    });
  });

  it('reads everything that can be configured', () => {
    const config = read({
      admins: ['Group:default/Platform', 'user:default/ada'],
      namespaces: [
        { suffix: 'dev', networkProfile: 'own', podSecurity: 'baseline' },
      ],
      reservedIds: ['shared'],
      defaultWorkspace: {
        displayName: 'Shared',
        owner: 'group:default/platform',
        namespaces: [{ name: 'shared', networkProfile: 'clusters' }],
      },
      ...network({
        ingressFromCoreServices: [{ port: 8080 }],
        withinNamespace: true,
        egressOutside: [{ protocol: 'TCP', port: 443 }],
        egressTo: [{ cidr: '10.20.0.0/24', ports: [{ port: 443 }] }],
      }),
      ...quota({
        title: 'Tiny',
        hard: { 'requests.cpu': 1.5, 'requests.memory': '1024Mi', pods: 5 },
        container: { default: { cpu: '1000m' }, defaultRequest: { cpu: 0.1 } },
      }),
      rbac: {
        userSubject: 'oidc:{name}',
        groupSubject: 'oidc:{namespace}/{name}',
      },
      limits: { perGroup: 2 },
      nestedGroups: false,
      reconciler: {
        lease: { minutes: 1 },
        pollInterval: '2s',
        backoff: { base: { milliseconds: 10 }, max: '1m' },
        drift: 'report',
      },
    });
    expect(config.admins).toEqual([
      'group:default/platform',
      'user:default/ada',
    ]);
    expect(config.network.profiles.map(({ name }) => name)).toEqual([
      'notebooks',
      'clusters',
      'pipelines',
      'own',
    ]);
    expect(config.network.profiles[3]).toEqual({
      name: 'own',
      ingressFromCoreServices: [{ protocol: 'TCP', port: 8080 }],
      withinNamespace: true,
      egressOutside: [{ protocol: 'TCP', port: 443 }],
      egressTo: [
        { cidr: '10.20.0.0/24', ports: [{ protocol: 'TCP', port: 443 }] },
      ],
    });
    expect(config.quotaProfiles).toEqual([
      {
        name: 'tiny',
        title: 'Tiny',
        hard: { 'requests.cpu': '1500m', 'requests.memory': '1Gi', pods: '5' },
        container: {
          default: { cpu: '1' },
          defaultRequest: { cpu: '100m' },
        },
      },
    ]);
    expect(config).toMatchObject({
      reservedIds: ['shared'],
      defaultQuotaProfile: 'tiny',
      defaultWorkspace: { owner: 'group:default/platform' },
      workspacesPerGroup: 2,
      nestedGroups: false,
      reconciler: {
        leaseMs: 60_000,
        pollIntervalMs: 2_000,
        backoffBaseMs: 10,
        backoffMaxMs: 60_000,
        drift: 'report',
      },
    });
  });

  it('switches the default workspace off', () => {
    expect(
      read({ defaultWorkspace: { enabled: false } }).defaultWorkspace,
    ).toBeUndefined();
  });

  it('lets a profile take the place of a shipped one', () => {
    const config = read({
      network: { profiles: { notebooks: { withinNamespace: true } } },
    });
    expect(config.network.profiles).toHaveLength(3);
    expect(config.network.profiles[0]).toEqual({
      name: 'notebooks',
      withinNamespace: true,
      egressOutside: [],
      egressTo: [],
    });
  });
});
