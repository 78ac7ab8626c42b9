import type { IamNeighbour } from '@team-workspaces/backstage-plugin-workspaces-node';
import { renderPermissionsPolicy, renderTrustPolicy } from '../policies';
import { policyInput } from '../role/policyInput';
import { roleConfig } from '../testing/roleConfig';
import { roleWorkspace } from '../testing/roleWorkspace';
import { BackendContext } from './BackendContext';
import { NeighbourProver } from './NeighbourProver';

describe('NeighbourProver', () => {
  const team = roleWorkspace('team');
  const neighbour = roleWorkspace('team-a');
  const input = policyInput(roleConfig(), team);
  const subject = {
    workspace: input,
    trust: renderTrustPolicy(input),
    permissions: [renderPermissionsPolicy(input)],
  };

  const proveAmong = async (neighbours: IamNeighbour[]) => {
    const context = new BackendContext();
    context.set({
      listWorkspaces: async () => [team, ...neighbours],
      cluster: async () => {
        throw new Error('A proof asks no cluster');
      },
    });
    const prover = new NeighbourProver({
      clusters: new Map([[team.cluster, roleConfig()]]),
      context,
    });
    return prover.prove(team.uid, subject);
  };

  it('proves against all workspaces but the one itself', async () => {
    const proof = await proveAmong([neighbour]);
    expect(proof).toMatchObject({ status: 'proved', workspaces: 1 });
    expect(await proveAmong([])).toMatchObject({ workspaces: 0 });
  });

  it('keeps the workspace out of the roles that are made for others, too', async () => {
    const without = await proveAmong([{ ...neighbour, iam: { mode: 'none' } }]);
    const managed = await proveAmong([
      { ...neighbour, iam: { mode: 'managed' } },
    ]);
    expect(managed.status).toBe('proved');
    expect(managed.evaluated).toBeGreaterThan(without.evaluated);
  });

  it('leaves workspaces of clusters out that have no AWS side', async () => {
    const elsewhere = { ...neighbour, cluster: 'elsewhere' };
    expect(await proveAmong([elsewhere])).toMatchObject({ workspaces: 0 });
  });

  it('proves nothing where the others cannot be listed', async () => {
    const context = new BackendContext();
    context.set({
      listWorkspaces: async () => {
        throw new Error('The database is away');
      },
      cluster: async () => {
        throw new Error('A proof asks no cluster');
      },
    });
    const prover = new NeighbourProver({
      clusters: new Map([[team.cluster, roleConfig()]]),
      context,
    });
    await expect(prover.prove(team.uid, subject)).rejects.toThrow('away');
  });
});
