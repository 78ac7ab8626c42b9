import type { ApiClient, Body } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

const authorization = '/apis/authorization.k8s.io/v1';

/** Questions about who may do what. */
export const reviewContract: ContractPart = subject => {
  let namespace: string;
  let kim: ApiClient;

  const attributes = (verb: string, resource: string) => ({
    namespace,
    verb,
    resource,
  });
  const ask = (client: ApiClient, resourceAttributes: object) =>
    client.post(`${authorization}/selfsubjectaccessreviews`, {
      spec: { resourceAttributes },
    });

  beforeAll(async () => {
    namespace = await subject().newNamespace();
    kim = await subject().user('kim', ['askers']);
    const path = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}`;
    await subject().admin.post(`${path}/roles`, {
      metadata: { name: 'asker' },
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }],
    });
    await subject().admin.post(`${path}/rolebindings`, {
      metadata: { name: 'asker' },
      roleRef: { kind: 'Role', name: 'asker' },
      subjects: [
        { kind: 'Group', name: 'askers' },
        { kind: 'ServiceAccount', name: 'default', namespace },
      ],
    });
    await subject().eventually(async () => {
      const { body } = await ask(kim, attributes('get', 'configmaps'));
      return String(body.status.allowed) === 'true';
    });
  });

  it('answers what one may do oneself, and why', async () => {
    const allowed = await ask(kim, attributes('get', 'configmaps'));
    expect(allowed.code).toBe(201);
    expect(allowed.body).toMatchObject({
      kind: 'SelfSubjectAccessReview',
      status: {
        allowed: true,
        reason: `RBAC: allowed by RoleBinding "asker/${namespace}" of Role "asker" to Group "askers"`,
      },
    });
    const denied = await ask(kim, attributes('delete', 'configmaps'));
    expect(denied.body.status.allowed).toBe(false);
    const admin = await ask(
      subject().admin,
      attributes('delete', 'configmaps'),
    );
    expect(admin.body.status).toEqual({ allowed: true });
  });

  it('answers an administrator what somebody else may do', async () => {
    const askFor = async (user: string, groups: string[], verb: string) => {
      const { body } = await subject().admin.post(
        `${authorization}/subjectaccessreviews`,
        {
          spec: {
            user,
            groups,
            resourceAttributes: attributes(verb, 'configmaps'),
          },
        },
      );
      return body.status.allowed;
    };
    const account = `system:serviceaccount:${namespace}:default`;
    expect(await askFor(account, [], 'get')).toBe(true);
    expect(await askFor(account, [], 'create')).toBe(false);
    expect(await askFor('anybody', ['askers'], 'get')).toBe(true);
    expect(await askFor('anybody', [], 'get')).toBe(false);
    expect(await askFor('system:serviceaccount:x:default', [], 'get')).toBe(
      false,
    );
  });

  it('refuses questions that one may not ask, and that make no sense', async () => {
    const spec = { user: 'x', resourceAttributes: attributes('get', 'pods') };
    const path = `${authorization}/subjectaccessreviews`;
    expect((await kim.post(path, { spec })).code).toBe(403);
    expect(
      (await subject().admin.post(path, { spec: { user: 'x' } })).code,
    ).toBe(422);
  });

  it('lists what one may do in a namespace', async () => {
    const { code, body } = await kim.post(
      `${authorization}/selfsubjectrulesreviews`,
      { spec: { namespace } },
    );
    expect(code).toBe(201);
    expect(body.status.resourceRules).toEqual(
      expect.arrayContaining([
        { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
      ]),
    );
    const admin = await subject().admin.post(
      `${authorization}/selfsubjectrulesreviews`,
      { spec: { namespace } },
    );
    expect(admin.body.status.resourceRules).toEqual(
      expect.arrayContaining([
        { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      ]),
    );
  });

  it('tells one who one is', async () => {
    const { body } = await kim.post(
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
    );
    expect(body.status.userInfo).toMatchObject({
      username: 'kim',
      groups: ['askers', 'system:authenticated'],
    } as unknown as Body);
  });
};
