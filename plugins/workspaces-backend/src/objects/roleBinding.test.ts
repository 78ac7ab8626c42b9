import type { WorkspaceMember } from '@team-workspaces/backstage-plugin-workspaces-node';
import { createWorkspace } from '../testing/createWorkspace';
import { renderRoleBinding } from './roleBinding';
import { renderSubjects } from './subjects';

const rbac = { userSubject: 'oidc:{name}', groupSubject: '{name}' };

const members: WorkspaceMember[] = [
  { subject: 'group:default/team-b', role: 'user' },
  { subject: 'user:default/ann', role: 'admin' },
  { subject: 'group:default/team-a', role: 'user' },
  { subject: 'group:default/team-a', role: 'user' },
  { subject: 'user:default/bob', role: 'user' },
  { subject: 'user:default/robot', role: 'machine' },
];

const names = (
  subject: string,
  templates: { userSubject: string; groupSubject: string } = rbac,
) =>
  renderSubjects([{ subject, role: 'user' }], 'user', templates).map(
    ({ name }) => name,
  );

describe('renderRoleBinding', () => {
  it('names the members of the role, each once and in a fixed order', () => {
    const binding = renderRoleBinding(createWorkspace(), {
      namespace: 'team-a-x',
      role: 'user',
      members,
      rbac,
    });
    expect(binding).toMatchObject({
      kind: 'RoleBinding',
      metadata: { name: 'workspace-user', namespace: 'team-a-x' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'workspace-user',
      },
    });
    expect(binding?.subjects).toEqual(
      [
        ['Group', 'team-a'],
        ['Group', 'team-b'],
        ['User', 'oidc:bob'],
      ].map(([kind, name]) => ({
        apiGroup: 'rbac.authorization.k8s.io',
        kind,
        name,
      })),
    );
  });

  it('does not depend on the order of the members', () => {
    const render = (list: WorkspaceMember[]) =>
      renderRoleBinding(createWorkspace(), {
        namespace: 'team-a-x',
        role: 'user',
        members: list,
        rbac,
      });
    expect(render([...members].reverse())).toEqual(render(members));
  });

  it('is absent for a role that nobody has', () => {
    expect(
      renderRoleBinding(createWorkspace(), {
        namespace: 'team-a-x',
        role: 'viewer',
        members,
        rbac,
      }),
    ).toBeUndefined();
  });
});

describe('renderSubjects', () => {
  it('fills in the templates', () => {
    const both = {
      userSubject: 'u:{namespace}/{name}',
      groupSubject: 'x{name}',
    };
    expect(names('user:other/ann', both)).toEqual(['u:other/ann']);
    expect(names('group:default/team-a', both)).toEqual(['xteam-a']);
  });

  it('gives no rights to a namesake in another namespace of the catalog', () => {
    expect(names('group:default/team-a')).toEqual(['team-a']);
    expect(names('group:partners/team-a')).toEqual([]);
  });

  it('gives no rights to what is neither User nor Group', () => {
    expect(names('component:default/team-a')).toEqual([]);
  });

  it('never renders a name that Kubernetes keeps for itself', () => {
    const templates = {
      userSubject: 'sys{name}:masters',
      groupSubject: '{namespace}:{name}',
    };
    expect(names('user:default/tem', templates)).toEqual([]);
    expect(names('group:system/masters', templates)).toEqual([]);
  });
});
