import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** Groups of the tests, by name: the Group above and the Users in it. */
const GROUPS: Readonly<
  Record<string, { parent?: string; members: readonly string[] }>
> = {
  data: { members: [] },
  'team-ds': { parent: 'data', members: ['dana', 'lee'] },
  'team-alpha': { parent: 'data', members: ['lee'] },
  insights: { members: ['vic'] },
  platform: { members: ['ada'] },
};

const groupRef = (name: string) => `group:default/${name}`;
const userRef = (name: string) => `user:default/${name}`;

/** The catalog of the tests. */
export const ORGANISATION: Entity[] = [
  ...Object.entries(GROUPS).map(([name, { parent, members }]) =>
    entity('Group', name, [
      ...(parent ? [{ type: 'childOf', targetRef: groupRef(parent) }] : []),
      ...childrenOf(name).map(child => ({
        type: 'parentOf',
        targetRef: groupRef(child),
      })),
      ...members.map(member => ({
        type: 'hasMember',
        targetRef: userRef(member),
      })),
    ]),
  ),
  ...['dana', 'lee', 'vic', 'mia', 'ada', 'nico'].map(name =>
    entity(
      'User',
      name,
      groupsOf(name).map(targetRef => ({ type: 'memberOf', targetRef })),
    ),
  ),
];

/** Refs of the Groups that a User is a direct member of. */
export function groupsOf(user: string): string[] {
  return Object.entries(GROUPS)
    .filter(([, { members }]) => members.includes(user))
    .map(([name]) => groupRef(name));
}

function childrenOf(group: string): string[] {
  return Object.entries(GROUPS)
    .filter(([, { parent }]) => parent === group)
    .map(([name]) => name);
}

function entity(
  kind: string,
  name: string,
  relations: Entity['relations'],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations,
  };
}

/** Where {@link organisationWithRegistered} has its entity from. */
const REGISTERED_LOCATION = 'https://example.com/mine/catalog-info.yaml';

/** The catalog of the tests in which one entity comes from a location that somebody registered. */
export function organisationWithRegistered(ref: string) {
  const entities = ORGANISATION.map(one =>
    stringifyEntityRef(one) === ref
      ? {
          ...one,
          metadata: {
            ...one.metadata,
            annotations: {
              [ANNOTATION_ORIGIN_LOCATION]: `url:${REGISTERED_LOCATION}`,
            },
          },
        }
      : one,
  );
  const catalog = catalogServiceMock({ entities });
  jest
    .spyOn(catalog, 'streamLocations')
    .mockImplementation(async function* streamLocations() {
      yield [
        {
          id: 'one',
          type: 'url',
          target: REGISTERED_LOCATION,
          entityRef: 'location:default/one',
        },
      ];
    });
  return { catalog, entities };
}
