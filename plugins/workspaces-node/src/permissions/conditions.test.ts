import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { workspacePermissions } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  createWorkspaceConditionalDecision,
  workspaceConditions,
} from './conditions';

describe('workspaceConditions', () => {
  it('should make decisions that the permission framework understands', () => {
    expect(
      createWorkspaceConditionalDecision(
        workspacePermissions.read,
        workspaceConditions.inCluster({ clusters: ['eks-prod-eu'] }),
      ),
    ).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'workspaces',
      resourceType: 'workspace',
      conditions: {
        resourceType: 'workspace',
        rule: 'IN_CLUSTER',
        params: { clusters: ['eks-prod-eu'] },
      },
    });
  });
});
