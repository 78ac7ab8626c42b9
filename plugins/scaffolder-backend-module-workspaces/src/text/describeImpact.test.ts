import type { Plan } from '@team-workspaces/backstage-plugin-workspaces-common';
import { describeImpact } from './describeImpact';

const plan: Plan = {
  kind: 'change',
  workspaceId: 'team-a',
  cluster: 'local',
  changes: [],
  problems: [],
  leftBehind: [],
};
const person = { title: 'Ann', namespaces: [], serviceAccounts: 0 };

describe('describeImpact', () => {
  it('should say what people gain and lose', () => {
    expect(
      describeImpact({
        people: [
          { ...person, ref: 'user:default/ann', after: 'user' },
          { ...person, ref: 'user:default/bob', before: 'user', after: 'user' },
          {
            ...person,
            ref: 'user:default/eve',
            before: 'admin',
            namespaces: ['team-a-notebooks'],
            serviceAccounts: 3,
          },
        ],
        plan,
      }),
    ).toEqual([
      'user:default/ann: no member → user',
      'user:default/bob: stays user',
      'user:default/eve: admin → no member; loses access to team-a-notebooks and 3 ServiceAccounts',
    ]);
  });

  it('should go on with the plan where there is one', () => {
    const lines = describeImpact({
      people: [],
      plan: {
        ...plan,
        changes: [
          {
            step: 'rbac',
            action: 'update',
            object: {
              apiVersion: 'rbac.authorization.k8s.io/v1',
              kind: 'RoleBinding',
              namespace: 'team-a-notebooks',
              name: 'workspace-user',
            },
            fields: [],
          },
        ],
      },
    });
    expect(lines).toEqual([
      'Plan: 1 change in cluster local',
      '~ RoleBinding team-a-notebooks/workspace-user',
    ]);
  });
});
