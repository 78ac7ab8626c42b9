import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ORGANISATION } from '../__testUtils__/organisation';
import { readWorkspacesConfig } from '../config/readWorkspacesConfig';
import { GroupDirectory } from '../membership/GroupDirectory';
import type { Caller } from '../permissions/Caller';
import { OptionsReader } from './OptionsReader';

describe('OptionsReader', () => {
  const read = (groups: string[], entities: Entity[] = ORGANISATION) =>
    new OptionsReader({
      config: readWorkspacesConfig(new ConfigReader({})),
      clusters: {
        list: () => [
          { name: 'one', connection: { type: 'inCluster' } },
          {
            name: 'two',
            title: 'Second',
            simulated: true,
            connection: { type: 'inCluster' },
          },
        ],
      },
      store: {
        countByOwner: async () => new Map([['group:default/team-ds', 5]]),
      },
      groups: new GroupDirectory({
        catalog: catalogServiceMock({ entities }),
        auth: mockServices.auth(),
        logger: mockServices.logger.mock(),
      }),
    }).read({
      groups,
      userRef: 'user:default/dana',
      isPortalAdmin: false,
    } as unknown as Caller);

  it('should offer Groups with their path, and say why one cannot be taken', async () => {
    const { groups } = await read([
      'group:default/team-ds',
      'group:default/data',
      'group:default/nowhere',
    ]);
    expect(groups).toEqual([
      {
        ref: 'group:default/data',
        title: 'data',
        path: ['data'],
        workspaces: 0,
        limit: 5,
        allowed: true,
        problem: undefined,
      },
      {
        ref: 'group:default/team-ds',
        title: 'team-ds',
        path: ['data', 'team-ds'],
        workspaces: 5,
        limit: 5,
        allowed: false,
        problem: 'The Group has 5 of 5 team workspaces.',
      },
      {
        ref: 'group:default/nowhere',
        title: 'group:default/nowhere',
        path: ['group:default/nowhere'],
        workspaces: 0,
        limit: 5,
        allowed: false,
        problem: 'The catalog does not have this Group.',
      },
    ]);
  });

  it('should not offer the Groups that the catalog has of workspaces', async () => {
    const ofWorkspace: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name: 'alpha',
        namespace: 'workspaces',
        annotations: { 'team-workspaces.dev/workspace': 'alpha' },
      },
      spec: { type: 'workspace', children: [] },
    };
    const { groups } = await read(
      ['group:workspaces/alpha', 'group:default/data'],
      [...ORGANISATION, ofWorkspace],
    );
    expect(groups.map(({ ref }) => ref)).toEqual(['group:default/data']);
  });

  it('should end the path of a Group that is above itself', async () => {
    const circle = {
      ...ORGANISATION[0],
      relations: [{ type: 'childOf', targetRef: 'group:default/data' }],
    };
    const { groups } = await read(['group:default/data'], [circle]);
    expect(groups[0].path).toEqual(['data']);
  });

  it('should offer clusters in their order, and the longest id', async () => {
    const options = await read([]);
    expect(options.clusters).toEqual([
      { name: 'one', title: 'one', simulated: false },
      { name: 'two', title: 'Second', simulated: true },
    ]);
    expect(options.maxIdLength).toBe(38);
    expect(options.quotaProfiles.map(({ name }) => name)).toContain(
      options.defaultQuotaProfile,
    );
  });
});
