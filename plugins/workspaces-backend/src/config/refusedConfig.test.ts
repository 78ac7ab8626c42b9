import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readWorkspacesConfig } from './readWorkspacesConfig';

const read = (workspaces: JsonObject) =>
  readWorkspacesConfig(new ConfigReader({ workspaces }));

const quota = (profile: JsonObject) => ({ quotaProfiles: { tiny: profile } });

const network = (profile: JsonObject) => ({
  network: { profiles: { own: profile } },
});

describe('readWorkspacesConfig', () => {
  it.each<[string, JsonObject, string]>([
    ['a misspelt key', { nestedGruops: true }, 'workspaces.nestedGruops'],
    [
      'a misspelt key within',
      { limits: { perGruop: 1 } },
      'workspaces.limits.perGruop',
    ],
    ['an admin without a kind', { admins: ['ada'] }, 'workspaces.admins[0]'],
    [
      'an admin that is a component',
      { admins: ['component:default/x'] },
      'workspaces.admins[0]',
    ],
    [
      'suffixes that end each other',
      {
        namespaces: [
          { suffix: 'clusters', networkProfile: 'clusters' },
          { suffix: 'my-clusters', networkProfile: 'clusters' },
        ],
      },
      'workspaces.namespaces: ',
    ],
    [
      'a suffix that leads to the default workspace',
      { namespaces: [{ suffix: 'clusters', networkProfile: 'clusters' }] },
      '"drls-clusters"',
    ],
    [
      'an unknown network profile',
      { namespaces: [{ suffix: 'x', networkProfile: 'nope' }] },
      'workspaces.namespaces[0].networkProfile',
    ],
    [
      'an unknown Pod Security Standard',
      {
        namespaces: [
          { suffix: 'x', networkProfile: 'notebooks', podSecurity: 'strict' },
        ],
      },
      'workspaces.namespaces[0].podSecurity',
    ],
    [
      'an unknown profile of a default namespace',
      {
        defaultWorkspace: {
          namespaces: [{ name: 'notebooks', networkProfile: 'nope' }],
        },
      },
      'workspaces.defaultWorkspace.namespaces[0].networkProfile',
    ],
    [
      'a default workspace owned by a user',
      { defaultWorkspace: { owner: 'user:default/ada' } },
      'workspaces.defaultWorkspace.owner',
    ],
    [
      'a range with bits behind the prefix',
      network({ egressTo: [{ cidr: '10.0.0.1/8', ports: [{ port: 443 }] }] }),
      'workspaces.network.profiles.own.egressTo[0].cidr',
    ],
    [
      'every address',
      network({ egressTo: [{ cidr: '0.0.0.0/0', ports: [{ port: 443 }] }] }),
      'is every address',
    ],
    [
      'the instance metadata service',
      network({
        egressTo: [{ cidr: '169.254.0.0/16', ports: [{ port: 80 }] }],
      }),
      'metadata service 169.254.169.254/32',
    ],
    [
      'the instance metadata service over IPv6',
      network({ egressTo: [{ cidr: 'fd00::/8', ports: [{ port: 80 }] }] }),
      'metadata service fd00:ec2::254/128',
    ],
    [
      'a range without ports',
      network({ egressTo: [{ cidr: '10.0.0.0/8' }] }),
      'workspaces.network.profiles.own.egressTo[0].ports',
    ],
    [
      'a port beyond 65535',
      network({ egressOutside: [{ port: 70000 }] }),
      'workspaces.network.profiles.own.egressOutside[0].port',
    ],
    [
      'another protocol',
      network({ egressOutside: [{ protocol: 'SCTP', port: 1 }] }),
      'workspaces.network.profiles.own.egressOutside[0].protocol',
    ],
    [
      'a selector of everything',
      { network: { dns: { namespaceLabels: {}, podLabels: { a: 'b' } } } },
      'workspaces.network.dns.namespaceLabels',
    ],
    [
      'a bad quantity',
      quota({ hard: { pods: 'many' }, container: {} }),
      'workspaces.quotaProfiles.tiny.hard[pods]',
    ],
    [
      'a profile without limits',
      quota({ hard: {}, container: {} }),
      'workspaces.quotaProfiles.tiny.hard',
    ],
    [
      'a request above the limit',
      quota({
        hard: { pods: 1 },
        container: { default: { cpu: 1 }, defaultRequest: { cpu: '1001m' } },
      }),
      'workspaces.quotaProfiles.tiny.container.defaultRequest[cpu]',
    ],
    [
      'a limit above the maximum',
      quota({
        hard: { pods: 1 },
        container: { default: { memory: '1Gi' }, max: { memory: '1023Mi' } },
      }),
      'workspaces.quotaProfiles.tiny.container.default[memory]',
    ],
    [
      'an unknown default quota profile',
      { defaultQuotaProfile: 'huge' },
      'workspaces.defaultQuotaProfile',
    ],
    [
      'the prefix of Kubernetes itself',
      { rbac: { groupSubject: 'system:{name}' } },
      'workspaces.rbac.groupSubject',
    ],
    [
      'the prefix of Kubernetes in other letters',
      { rbac: { userSubject: 'x:System:{name}' } },
      'workspaces.rbac.userSubject',
    ],
    [
      'an unknown placeholder',
      { rbac: { userSubject: '{name}{mail}' } },
      '{mail}',
    ],
    ['an open brace', { rbac: { userSubject: '{name}{' } }, 'placeholder {'],
    [
      'one subject for all',
      { rbac: { userSubject: 'developers' } },
      '{name} is needed',
    ],
    [
      'placeholders that run together',
      { rbac: { userSubject: '{namespace}-{name}' } },
      'between the placeholders',
    ],
    [
      'a negative limit',
      { limits: { perGroup: -1 } },
      'workspaces.limits.perGroup',
    ],
    [
      'an unknown way with drift',
      { reconciler: { drift: 'ignore' } },
      'workspaces.reconciler.drift',
    ],
    [
      'no time at all',
      { reconciler: { lease: { seconds: 0 } } },
      'workspaces.reconciler.lease',
    ],
    [
      'a backoff that shrinks',
      { reconciler: { backoff: { base: '1m', max: '1s' } } },
      'workspaces.reconciler.backoff.max',
    ],
  ])('refuses %s', (_name, workspaces, expected) => {
    expect(() => read(workspaces)).toThrow(expected);
  });
});
