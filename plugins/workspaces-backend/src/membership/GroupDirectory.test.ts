import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import {
  ORGANISATION,
  organisationWithRegistered,
} from '../__testUtils__/organisation';
import { GroupDirectory } from './GroupDirectory';

describe('GroupDirectory', () => {
  const start = (entities: Entity[] = ORGANISATION) => {
    const catalog = catalogServiceMock({ entities });
    const read = jest.spyOn(catalog, 'getEntitiesByRefs');
    let time = 0;
    const groups = new GroupDirectory({
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      now: () => time,
    });
    const pass = (milliseconds: number) => {
      time += milliseconds;
    };
    return { groups, read, pass };
  };

  it('should find entries and leave unknown ones out', async () => {
    const { groups } = start();
    const found = await groups.find([
      'group:default/team-ds',
      'group:default/nowhere',
    ]);
    expect([...found.values()]).toMatchObject([
      {
        ref: 'group:default/team-ds',
        title: 'team-ds',
        parents: ['group:default/data'],
        children: [],
        members: ['user:default/dana', 'user:default/lee'],
      },
    ]);
  });

  it('should prefer a display name as title', async () => {
    const group = structuredClone(ORGANISATION[0]);
    group.spec = { profile: { displayName: 'All about data' } };
    const { groups } = start([group]);
    const found = await groups.find(['group:default/data']);
    expect(found.get('group:default/data')?.title).toBe('All about data');
  });

  it('should walk up and down', async () => {
    const { groups } = start();
    expect(await groups.ancestorsOf(['group:default/team-ds'])).toEqual([
      'group:default/data',
    ]);
    expect(await groups.descendantsOf(['group:default/data'])).toEqual([
      'group:default/team-ds',
      'group:default/team-alpha',
    ]);
  });

  it('should end in a circle of Groups', async () => {
    const circle = ['one', 'two'].map((name, index, names) => ({
      ...ORGANISATION[0],
      metadata: { name, namespace: 'default' },
      relations: [
        { type: 'childOf', targetRef: `group:default/${names[1 - index]}` },
      ],
    }));
    const { groups } = start(circle);
    expect(await groups.ancestorsOf(['group:default/one'])).toEqual([
      'group:default/two',
    ]);
  });

  it('should ask the catalog again after ten seconds, or when told to', async () => {
    const { groups, read, pass } = start();
    await groups.find(['group:default/data']);
    pass(9_999);
    await groups.find(['group:default/data']);
    expect(read).toHaveBeenCalledTimes(1);
    pass(1);
    await groups.find(['group:default/data']);
    expect(read).toHaveBeenCalledTimes(2);
    groups.refresh();
    await groups.find(['group:default/data']);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('should ask for many in a few requests', async () => {
    const { groups, read } = start();
    await groups.find(
      Array.from({ length: 401 }, (_, index) => `group:default/g${index}`),
    );
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('should not find what somebody registered, nor what is below or above it', async () => {
    const { catalog } = organisationWithRegistered('group:default/team-ds');
    const groups = new GroupDirectory({
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
    });
    const ref = 'group:default/team-ds';
    expect(await groups.find([ref])).toEqual(new Map());
    expect(await groups.ancestorsOf([ref])).toEqual([]);
    expect(await groups.descendantsOf(['group:default/data'])).toEqual([
      'group:default/team-alpha',
    ]);
  });

  it('should tell how refs stand, and remember it while the catalog is away', async () => {
    const { catalog } = organisationWithRegistered('user:default/mia');
    const groups = new GroupDirectory({
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
    });
    const refs = ['user:default/dana', 'user:default/mia', 'user:default/gone'];
    const standing = await groups.standingOf(refs);
    expect([...standing.values()]).toEqual([
      { state: 'effective', title: 'dana' },
      { state: 'untrusted', title: 'mia' },
      { state: 'unknown', title: 'user:default/gone' },
    ]);
    groups.refresh();
    expect(groups.recallStanding(refs)).toEqual(standing);
  });

  it('should not count the Group that the catalog has of a workspace', async () => {
    const [group] = structuredClone(ORGANISATION);
    group.spec = { type: 'workspace' };
    const ownTeam = start([group]);
    expect((await ownTeam.groups.find(['group:default/data'])).size).toBe(1);
    group.metadata.annotations = { 'team-workspaces.dev/workspace': 'alpha' };
    const ofWorkspace = start([group]);
    expect((await ofWorkspace.groups.find(['group:default/data'])).size).toBe(
      0,
    );
  });

  it('should not count what the catalog is about to delete', async () => {
    const [group] = structuredClone(ORGANISATION);
    group.metadata.annotations = { 'backstage.io/orphan': 'true' };
    const { groups } = start([group]);
    const standing = await groups.standingOf(['group:default/data']);
    expect(standing.get('group:default/data')?.state).toBe('unknown');
  });
});
