import { createWorkspace } from '../testing/createWorkspace';
import { renderRole } from './role';
import { BOUND_ROLES, ROLE_RULES, type BoundRole } from './roleRules';

function grants(
  role: BoundRole,
  verb: string,
  apiGroup: string,
  resource: string,
): boolean {
  return ROLE_RULES[role].some(
    rule =>
      rule.apiGroups.includes(apiGroup) &&
      rule.resources.includes(resource) &&
      rule.verbs.includes(verb),
  );
}

const RBAC = 'rbac.authorization.k8s.io';
const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection'];

describe.each(BOUND_ROLES)('the role %s', role => {
  it('never grants everything of anything', () => {
    for (const rule of ROLE_RULES[role]) {
      const all = [...rule.apiGroups, ...rule.resources, ...rule.verbs];
      expect(all.filter(text => text.includes('*'))).toEqual([]);
    }
  });

  it('has neither escalate, bind nor impersonate', () => {
    const verbs = ROLE_RULES[role].flatMap(rule => rule.verbs);
    for (const verb of ['escalate', 'bind', 'impersonate', 'proxy', 'use']) {
      expect(verbs).not.toContain(verb);
    }
  });

  it.each([
    'secrets',
    'serviceaccounts',
    'serviceaccounts/token',
    'nodes',
    'namespaces',
    'persistentvolumes',
    'pods/ephemeralcontainers',
    'services/proxy',
    'pods/proxy',
  ])('does not touch %s', resource => {
    for (const verb of ['get', 'list', 'watch', ...WRITES]) {
      expect(grants(role, verb, '', resource)).toBe(false);
    }
  });

  it.each([
    ['', 'resourcequotas'],
    ['', 'limitranges'],
    ['networking.k8s.io', 'networkpolicies'],
    ['networking.k8s.io', 'ingresses'],
    [RBAC, 'roles'],
    [RBAC, 'rolebindings'],
  ])('writes no %s/%s', (apiGroup, resource) => {
    for (const verb of WRITES) {
      expect(grants(role, verb, apiGroup, resource)).toBe(false);
    }
  });

  it('reads what a workload consists of', () => {
    for (const resource of ['pods', 'pods/log', 'services', 'events']) {
      expect(grants(role, 'get', '', resource)).toBe(true);
    }
    expect(grants(role, 'list', 'apps', 'deployments')).toBe(true);
    expect(grants(role, 'watch', 'batch', 'jobs')).toBe(true);
  });

  it('runs workloads unless it only looks', () => {
    const runs = role !== 'viewer';
    expect(grants(role, 'create', '', 'pods')).toBe(runs);
    expect(grants(role, 'create', '', 'pods/exec')).toBe(runs);
    expect(grants(role, 'get', '', 'pods/exec')).toBe(runs);
    expect(grants(role, 'patch', 'apps', 'deployments')).toBe(runs);
    expect(grants(role, 'delete', 'batch', 'jobs')).toBe(runs);
  });

  it('is rendered into each namespace under its name', () => {
    expect(renderRole(createWorkspace(), 'team-a-x', role)).toMatchObject({
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata: { name: `workspace-${role}`, namespace: 'team-a-x' },
      rules: ROLE_RULES[role],
    });
  });
});

it('sees who else has rights as an admin only', () => {
  expect(grants('admin', 'list', RBAC, 'rolebindings')).toBe(true);
  expect(grants('user', 'list', RBAC, 'rolebindings')).toBe(false);
});
