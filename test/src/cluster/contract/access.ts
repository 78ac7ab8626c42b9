import type { ApiClient } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

/** Who may do what, by roles and bindings. */
export const accessContract: ContractPart = subject => {
  let namespace: string;
  let mia: ApiClient;

  const path = (resource: string) =>
    `/api/v1/namespaces/${namespace}/${resource}`;
  const rbac = (resource: string) =>
    `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/${resource}`;

  beforeAll(async () => {
    namespace = await subject().newNamespace();
    mia = await subject().user('mia', ['ocean']);
    const { admin } = subject();
    await admin.post(rbac('roles'), {
      metadata: { name: 'reader' },
      rules: [
        { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list'] },
        {
          apiGroups: [''],
          resources: ['secrets'],
          resourceNames: ['one'],
          verbs: ['get'],
        },
        { apiGroups: [''], resources: ['pods/status'], verbs: ['*'] },
      ],
    });
    await admin.post(rbac('rolebindings'), {
      metadata: { name: 'reader' },
      roleRef: { kind: 'Role', name: 'reader' },
      subjects: [{ kind: 'Group', name: 'ocean' }],
    });
    await subject().eventually(
      async () => (await mia.get(path('configmaps'))).code === 200,
    );
  });

  it('allows what a role says', async () => {
    expect((await mia.get(path('secrets/one'))).code).toBe(404);
    expect((await mia.merge(path('pods/x/status'), {})).code).toBe(404);
  });

  it.each([
    [
      'get',
      'secrets/two',
      'secrets "two" is forbidden: User "mia" cannot get resource "secrets" in API group "" in the namespace "NAMESPACE"',
    ],
    [
      'get',
      'secrets',
      'secrets is forbidden: User "mia" cannot list resource "secrets" in API group "" in the namespace "NAMESPACE"',
    ],
    [
      'delete',
      'configmaps/x',
      'configmaps "x" is forbidden: User "mia" cannot delete resource "configmaps" in API group "" in the namespace "NAMESPACE"',
    ],
  ] as const)('refuses to %s %s', async (verb, resource, message) => {
    const { code, body } = await mia[verb](path(resource));
    expect(code).toBe(403);
    expect(body).toMatchObject({
      reason: 'Forbidden',
      message: message.replace('NAMESPACE', namespace),
    });
  });

  it('keeps roles within their namespace', async () => {
    const all = await mia.get('/api/v1/configmaps');
    expect(all.code).toBe(403);
    expect(all.body.message).toBe(
      'configmaps is forbidden: User "mia" cannot list resource "configmaps" in API group "" at the cluster scope',
    );
    const other = await mia.get('/api/v1/namespaces/default/configmaps');
    expect(other.code).toBe(403);
  });

  it('names groups and subresources', async () => {
    const binding = await mia.delete(rbac('rolebindings/x'));
    expect(binding.body.message).toBe(
      `rolebindings.rbac.authorization.k8s.io "x" is forbidden: User "mia" cannot delete resource "rolebindings" in API group "rbac.authorization.k8s.io" in the namespace "${namespace}"`,
    );
    const status = await mia.merge(path('resourcequotas/x/status'), {});
    expect(status.body.message).toEqual(
      expect.stringContaining('cannot patch resource "resourcequotas/status"'),
    );
  });

  it('refuses other paths', async () => {
    const { code, body } = await mia.get('/nothing-here');
    expect(code).toBe(403);
    expect(body.message).toBe(
      'forbidden: User "mia" cannot get path "/nothing-here"',
    );
  });

  it('knows nobody without credentials, and refuses wrong ones', async () => {
    const { code, body } = await subject().anonymous().get(path('configmaps'));
    expect(code).toBe(403);
    expect(body.message).toEqual(
      expect.stringContaining('User "system:anonymous" cannot list'),
    );
    const wrong = await subject().withToken('wrong').get(path('configmaps'));
    expect(wrong.code).toBe(401);
    expect(wrong.body).toMatchObject({
      status: 'Failure',
      reason: 'Unauthorized',
      message: 'Unauthorized',
    });
  });

  it('takes rights away with the binding', async () => {
    const { admin } = subject();
    const leo = await subject().user('leo');
    await admin.post(rbac('rolebindings'), {
      metadata: { name: 'leo' },
      roleRef: { kind: 'ClusterRole', name: 'view' },
      subjects: [{ kind: 'User', name: 'leo' }],
    });
    await subject().eventually(
      async () => (await leo.get(path('services'))).code === 200,
    );
    expect((await leo.get(path('secrets'))).code).toBe(403);
    await admin.delete(rbac('rolebindings/leo'));
    await subject().eventually(
      async () => (await leo.get(path('services'))).code === 403,
    );
  });
};
