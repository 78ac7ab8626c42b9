import type { JsonObject } from '@backstage/types';
import { reviewKinds } from '../reviews/reviewRequest';
import type { ResourceRegistry } from './ResourceRegistry';
import { apiVersionOf, type ResourceType } from './ResourceType';

/** The version that this API follows. */
const version = { major: '1', minor: '36', gitVersion: 'v1.36.0+dev-cluster' };

function entriesOf(type: ResourceType): JsonObject[] {
  const verbs = [
    'create',
    'delete',
    ...(type.kind === 'Namespace' ? [] : ['deletecollection']),
    'get',
    'list',
    'patch',
    'update',
    'watch',
  ];
  const common = { namespaced: type.namespaced, kind: type.kind };
  return [
    {
      ...common,
      name: type.resource,
      singularName: type.singular,
      verbs,
      ...(type.shortNames.length && { shortNames: [...type.shortNames] }),
    },
    ...(type.statusSubresource
      ? [
          {
            ...common,
            name: `${type.resource}/status`,
            singularName: '',
            verbs: ['get', 'patch', 'update'],
          },
        ]
      : []),
  ];
}

function reviewEntries(group: string): JsonObject[] {
  return Object.entries(reviewKinds[group] ?? {}).map(([name, kind]) => ({
    name,
    singularName: kind.toLowerCase(),
    namespaced: kind.startsWith('Local'),
    kind,
    verbs: ['create'],
  }));
}

function groupVersions(resources: ResourceRegistry): Map<string, string[]> {
  const versions = new Map<string, string[]>();
  for (const { group, version: name } of resources.all()) {
    const known = versions.get(group) ?? [];
    if (!known.includes(name)) versions.set(group, [...known, name]);
  }
  for (const group of Object.keys(reviewKinds)) versions.set(group, ['v1']);
  versions.delete('');
  return versions;
}

function describeGroup(name: string, names: readonly string[]): JsonObject {
  const versions = names.map(item => ({
    groupVersion: `${name}/${item}`,
    version: item,
  }));
  return { name, versions, preferredVersion: versions[0] };
}

function resourceList(
  resources: ResourceRegistry,
  groupVersion: string,
): JsonObject | undefined {
  const [group, name] = groupVersion.includes('/')
    ? groupVersion.split('/')
    : ['', groupVersion];
  const entries = [
    ...resources
      .all()
      .filter(type => apiVersionOf(type) === groupVersion)
      .flatMap(entriesOf),
    ...(name === 'v1' ? reviewEntries(group) : []),
  ];
  if (entries.length === 0) return undefined;
  return {
    kind: 'APIResourceList',
    ...(group && { apiVersion: 'v1' }),
    groupVersion,
    resources: entries,
  };
}

/** Answers the paths that say what the API has; nothing for any other path. */
export function discover(
  path: string,
  resources: ResourceRegistry,
): JsonObject | undefined {
  const [root, first, second, ...rest] = path.split('/').filter(Boolean);
  if (rest.length) return undefined;
  if (root === 'version' && !first) return version;
  if (root === 'api' && !first) {
    return { kind: 'APIVersions', versions: ['v1'] };
  }
  if (root === 'api' && !second) return resourceList(resources, first);
  if (root !== 'apis') return undefined;
  const groups = groupVersions(resources);
  if (!first) {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: [...groups].map(([name, names]) => describeGroup(name, names)),
    };
  }
  const names = groups.get(first);
  if (!names) return undefined;
  return second
    ? resourceList(resources, `${first}/${second}`)
    : { kind: 'APIGroup', apiVersion: 'v1', ...describeGroup(first, names) };
}
