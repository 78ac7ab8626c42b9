import type { ApiClient } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

const group = 'rbac.authorization.k8s.io';

/** Nobody gives away more than they have. */
export const escalationContract: ContractPart = subject => {
  let namespace: string;
  let noa: ApiClient;

  const path = (resource: string) =>
    `/apis/${group}/v1/namespaces/${namespace}/${resource}`;
  const rule = (resources: string[], verbs: string[], groups = ['']) => ({
    apiGroups: groups,
    resources,
    verbs,
  });
  const role = (name: string, ...rules: object[]) => ({
    metadata: { name },
    rules,
  });
  const binding = (name: string, kind: string, target: string) => ({
    metadata: { name },
    roleRef: { apiGroup: group, kind, name: target },
    subjects: [{ apiGroup: group, kind: 'User', name: 'somebody' }],
  });

  beforeAll(async () => {
    namespace = await subject().newNamespace();
    noa = await subject().user('noa', ['writers']);
    const { admin } = subject();
    await admin.post(
      path('roles'),
      role(
        'writer',
        rule(['configmaps'], ['get', 'list']),
        rule(
          ['roles', 'rolebindings'],
          ['get', 'create', 'update', 'patch'],
          [group],
        ),
        {
          ...rule(['clusterroles'], ['bind'], [group]),
          resourceNames: ['edit'],
        },
      ),
    );
    await admin.post(path('roles'), role('more', rule(['pods'], ['get'])));
    await admin.post(path('rolebindings'), {
      metadata: { name: 'writer' },
      roleRef: { kind: 'Role', name: 'writer' },
      subjects: [{ kind: 'Group', name: 'writers' }],
    });
    await subject().eventually(
      async () => (await noa.get(path('roles/writer'))).code === 200,
    );
  });

  it('allows a role with no more than its author has', async () => {
    const { code } = await noa.post(
      path('roles'),
      role('less', rule(['configmaps'], ['get'])),
    );
    expect(code).toBe(201);
    const bound = await noa.post(
      path('rolebindings'),
      binding('less', 'Role', 'less'),
    );
    expect(bound.code).toBe(201);
  });

  it('refuses a role with more, and says what is more', async () => {
    const { code, body } = await noa.post(
      path('roles'),
      role(
        'much-more',
        rule(['configmaps'], ['get', 'delete']),
        rule(['pods'], ['*']),
      ),
    );
    expect(code).toBe(403);
    expect(body).toMatchObject({
      reason: 'Forbidden',
      message: `roles.${group} "much-more" is forbidden: user "noa" (groups=["writers" "system:authenticated"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["configmaps"], Verbs:["delete"]}\n{APIGroups:[""], Resources:["pods"], Verbs:["*"]}`,
    });
  });

  it('refuses to add to a role by any kind of write', async () => {
    await noa.post(path('roles'), role('grow', rule(['configmaps'], ['get'])));
    const more = role('grow', rule(['secrets'], ['get']));
    const answers = [
      await noa.merge(path('roles/grow'), more),
      await noa.put(path('roles/grow'), more),
      await noa.apply(
        path('roles/grow'),
        { apiVersion: `${group}/v1`, kind: 'Role', ...more },
        { force: true },
      ),
      await noa.apply(path('roles/new'), {
        apiVersion: `${group}/v1`,
        kind: 'Role',
        ...role('new', rule(['secrets'], ['get'])),
      }),
    ];
    expect(answers.map(({ code }) => code)).toEqual([403, 403, 403, 403]);
  });

  it('refuses a binding to a role with more', async () => {
    const { code, body } = await noa.post(
      path('rolebindings'),
      binding('more', 'Role', 'more'),
    );
    expect(code).toBe(403);
    expect(body.message).toEqual(
      expect.stringContaining('{APIGroups:[""], Resources:["pods"]'),
    );
    const cluster = await noa.post(
      path('rolebindings'),
      binding('admin', 'ClusterRole', 'cluster-admin'),
    );
    expect(cluster.code).toBe(403);
  });

  it('allows a binding that the verb bind allows', async () => {
    const { code } = await noa.post(
      path('rolebindings'),
      binding('edit', 'ClusterRole', 'edit'),
    );
    expect(code).toBe(201);
  });

  it('refuses a binding to a role that is not there', async () => {
    const { code } = await noa.post(
      path('rolebindings'),
      binding('missing', 'Role', 'missing'),
    );
    expect(code).toBe(404);
    const byAdmin = await subject().admin.post(
      path('rolebindings'),
      binding('missing', 'Role', 'missing'),
    );
    expect(byAdmin.code).toBe(201);
  });
};
