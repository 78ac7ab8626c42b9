import type { ClusterDefinition } from '@team-workspaces/backstage-plugin-workspaces-node';
import { ClusterExtensions } from './ClusterExtensions';

const cluster = (name: string): ClusterDefinition => ({
  name,
  connection: { type: 'inCluster' },
});

describe('ClusterExtensions', () => {
  it('should put added clusters behind the configured ones', () => {
    const extensions = new ClusterExtensions();
    extensions.addCluster(cluster('added'));
    expect(
      extensions.joinedTo([cluster('first')]).map(({ name }) => name),
    ).toEqual(['first', 'added']);
  });

  it('should refuse a name twice', () => {
    const extensions = new ClusterExtensions();
    extensions.addCluster(cluster('added'));
    expect(() => extensions.addCluster(cluster('added'))).toThrow(
      'The cluster "added" cannot be added',
    );
    expect(() => extensions.joinedTo([cluster('added')])).toThrow(
      'one of that name already',
    );
  });
});
