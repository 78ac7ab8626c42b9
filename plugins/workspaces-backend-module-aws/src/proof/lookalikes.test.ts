import { roleInput } from '../policies/__testUtils__/roleInput';
import { lookalikesOf } from './lookalikes';

describe('lookalikesOf', () => {
  it('names workspaces that a careless comparison would confuse', () => {
    const lookalikes = lookalikesOf(roleInput('team-a'));
    expect(lookalikes.map(({ workspaceId }) => workspaceId)).toEqual([
      'team-a-x',
      'team-ax',
      'x-team-a',
      'xteam-a',
      'team-',
      'team-a-team-a',
    ]);
    expect(lookalikes[0].namespaces).toEqual([
      'team-a-x-notebooks',
      'team-a-x-drls-clusters',
      'team-a-x-drls-pipelines',
    ]);
    expect(lookalikes.at(-1)?.namespaces).toEqual(
      expect.arrayContaining(['team-a-notebooks-x', 'xteam-a-notebooks']),
    );
  });

  it('never takes a namespace of the workspace for a foreign one', () => {
    const namespaces = ['team-a-notes', 'team-a-notes-x', 'xteam-a-notes'];
    const found = lookalikesOf(roleInput('team-a', { namespaces })).flatMap(
      lookalike => lookalike.namespaces,
    );
    expect(found).toContain('team-a-notesx');
    expect(found.filter(name => namespaces.includes(name))).toEqual([]);
  });

  it('has some for the default workspace, whose namespaces do not start with its id', () => {
    const input = roleInput('default', { namespaces: ['notebooks'] });
    expect(lookalikesOf(input)[0].namespaces).toEqual(['default-x-notebooks']);
  });
});
