import { namesOf, type Body } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

/** Namespaces: what they bring, and how they go. */
export const namespaceContract: ContractPart = subject => {
  const conditionOf = (body: Body, type: string) =>
    ((body.status.conditions ?? []) as unknown as Body[]).find(
      condition => String(condition.type) === type,
    );

  it('brings its name as a label, a finalizer and a ServiceAccount', async () => {
    const { admin } = subject();
    const name = await subject().newNamespace();
    const { body } = await admin.get(`/api/v1/namespaces/${name}`);
    expect(body.metadata.labels).toEqual({
      'kubernetes.io/metadata.name': name,
    });
    expect(body.spec).toEqual({ finalizers: ['kubernetes'] });
    expect(body.status).toEqual({ phase: 'Active' });
    await subject().eventually(async () => {
      const maps = await admin.get(`/api/v1/namespaces/${name}/configmaps`);
      return namesOf(maps.body).includes('kube-root-ca.crt');
    });
  });

  it('puts the default ServiceAccount back', async () => {
    const { admin } = subject();
    const name = await subject().newNamespace();
    const path = `/api/v1/namespaces/${name}/serviceaccounts/default`;
    await admin.delete(path);
    expect(
      await subject().eventually(
        async () => (await admin.get(path)).code === 200,
      ),
    ).toBe(true);
  });

  it('refuses objects in a namespace that is not there', async () => {
    const { admin } = subject();
    const path = '/api/v1/namespaces/not-there/configmaps';
    const metadata = { name: 'x' };
    const created = await admin.post(path, { metadata });
    const applied = await admin.apply(`${path}/x`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
    });
    for (const { code, body } of [created, applied]) {
      expect(code).toBe(404);
      expect(body.message).toBe('namespaces "not-there" not found');
    }
  });

  it('empties a deleted namespace and lets it go', async () => {
    const { admin } = subject();
    const name = await subject().newNamespace();
    const path = `/api/v1/namespaces/${name}`;
    await admin.post(`${path}/configmaps`, { metadata: { name: 'content' } });
    const { code, body } = await admin.delete(path);
    expect(code).toBe(200);
    expect(body).toMatchObject({
      kind: 'Namespace',
      status: { phase: 'Terminating' },
    });
    expect(body.metadata.deletionTimestamp).toBeDefined();
    await subject().eventually(
      async () => (await admin.get(path)).code === 404,
    );
    expect((await admin.get(`${path}/configmaps/content`)).code).toBe(404);
  });

  it('stays Terminating while something in it is held, and says what', async () => {
    const { admin } = subject();
    const name = await subject().newNamespace();
    const path = `/api/v1/namespaces/${name}`;
    await admin.post(`${path}/configmaps`, {
      metadata: { name: 'held', finalizers: ['example.com/hold'] },
    });
    await admin.delete(path);
    let body: Body = (await admin.get(path)).body;
    await subject().eventually(async () => {
      body = (await admin.get(path)).body;
      return (
        String(conditionOf(body, 'NamespaceFinalizersRemaining')?.status) ===
        'True'
      );
    });
    expect(conditionOf(body, 'NamespaceFinalizersRemaining')).toMatchObject({
      reason: 'SomeFinalizersRemain',
      message:
        'Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances',
    });
    expect(conditionOf(body, 'NamespaceContentRemaining')).toMatchObject({
      status: 'True',
      reason: 'SomeResourcesRemain',
      message:
        'Some resources are remaining: configmaps. has 1 resource instances',
    });

    const refused = await admin.post(`${path}/configmaps`, {
      metadata: { name: 'late' },
    });
    expect(refused.code).toBe(403);
    expect(refused.body).toMatchObject({
      reason: 'Forbidden',
      message: `configmaps "late" is forbidden: unable to create new content in namespace ${name} because it is being terminated`,
      details: {
        name: 'late',
        kind: 'configmaps',
        causes: [
          {
            reason: 'NamespaceTerminating',
            message: `namespace ${name} is being terminated`,
            field: 'metadata.namespace',
          },
        ],
      },
    });
    expect((await admin.delete(path)).code).toBe(200);

    await admin.merge(`${path}/configmaps/held`, {
      metadata: { finalizers: null },
    });
    await subject().eventually(
      async () => (await admin.get(path)).code === 404,
    );
  });

  it.each(['default', 'kube-system', 'kube-public'])(
    'never deletes %s',
    async name => {
      const { code, body } = await subject().admin.delete(
        `/api/v1/namespaces/${name}`,
      );
      expect(code).toBe(403);
      expect(body.message).toBe(
        `namespaces "${name}" is forbidden: this namespace may not be deleted`,
      );
    },
  );

  it('keeps the label that carries its name', async () => {
    const name = await subject().newNamespace();
    const { code, body } = await subject().admin.apply(
      `/api/v1/namespaces/${name}`,
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name, labels: { 'example.com/team': 'ocean' } },
      },
    );
    expect(code).toBe(200);
    expect(body.metadata.labels).toEqual({
      'example.com/team': 'ocean',
      'kubernetes.io/metadata.name': name,
    });
  });
};
