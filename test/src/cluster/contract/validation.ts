import type { ContractPart } from '../ContractSubject';

/** What is refused as invalid, and how that is said. */
export const validationContract: ContractPart = subject => {
  let path: string;

  beforeAll(async () => {
    path = `/api/v1/namespaces/${await subject().newNamespace()}`;
  });

  it.each([
    ['namespaces', 'Upper'],
    ['namespaces', 'under_score'],
    ['namespaces', 'dot.ted'],
    ['namespaces', '-dash'],
    ['namespaces', 'x'.repeat(64)],
    ['configmaps', 'Upper'],
    ['configmaps', 'a..b'],
    ['configmaps', 'x'.repeat(254)],
    ['services', 'dot.ted'],
    ['serviceaccounts', 'user@example.com'],
  ])('refuses %s with the name %s', async (resource, name) => {
    const collection =
      resource === 'namespaces' ? '/api/v1/namespaces' : `${path}/${resource}`;
    const { code, body } = await subject().admin.post(collection, {
      metadata: { name },
      ...(resource === 'services' && { spec: { ports: [{ port: 80 }] } }),
    });
    expect(code).toBe(422);
    expect(body).toMatchObject({ reason: 'Invalid', details: { name } });
    expect(body.details.causes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          reason: 'FieldValueInvalid',
          field: 'metadata.name',
        }),
      ]),
    );
  });

  it.each([
    ['configmaps', `${'x'.repeat(60)}.${'y'.repeat(60)}`],
    ['serviceaccounts', 'user.example.com'],
  ])('takes %s with the name %s', async (resource, name) => {
    const { code } = await subject().admin.post(`${path}/${resource}`, {
      metadata: { name },
    });
    expect(code).toBe(201);
  });

  it('takes role names with colons', async () => {
    const { code } = await subject().admin.post(
      `/apis/rbac.authorization.k8s.io/v1${path.slice('/api/v1'.length)}/roles`,
      { metadata: { name: 'team:Reader' } },
    );
    expect(code).toBe(201);
  });

  it('says it as Kubernetes does', async () => {
    const { body } = await subject().admin.post('/api/v1/namespaces', {
      metadata: { name: 'P_1' },
    });
    expect(body.message).toBe(
      "Namespace \"P_1\" is invalid: metadata.name: Invalid value: \"P_1\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    );
  });

  it('wants a name', async () => {
    const { code, body } = await subject().admin.post(`${path}/configmaps`, {
      metadata: {},
    });
    expect(code).toBe(422);
    expect(body.message).toBe(
      'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
    );
  });

  it.each([
    ['metadata.labels', { labels: { 'a b': 'c' } }],
    ['metadata.labels', { labels: { a: 'c d' } }],
    ['metadata.labels', { labels: { a: 'x'.repeat(64) } }],
    ['metadata.annotations', { annotations: { '/x': 'y' } }],
    ['metadata.finalizers[0]', { finalizers: ['unqualified'] }],
    [
      'metadata.ownerReferences.uid',
      { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'x' }] },
    ],
  ])('refuses wrong %s', async (field, metadata) => {
    const { code, body } = await subject().admin.post(`${path}/configmaps`, {
      metadata: { name: 'wrong', ...metadata },
    });
    expect(code).toBe(422);
    expect(body.details.causes).toEqual(
      expect.arrayContaining([expect.objectContaining({ field })]),
    );
  });

  it.each([
    ['data[a/b]', { data: { 'a/b': 'Yw==' } }],
    ['data[..]', { data: { '..': 'Yw==' } }],
  ])('refuses a Secret with %s', async (field, content) => {
    const { code, body } = await subject().admin.post(`${path}/secrets`, {
      metadata: { name: 'wrong' },
      ...content,
    });
    expect(code).toBe(422);
    expect(body.details.causes).toMatchObject([{ field }]);
  });

  it('refuses a Secret that is too large, without its values', async () => {
    const value = Buffer.from('x'.repeat(1024 * 1024 + 1)).toString('base64');
    const { code, body } = await subject().admin.post(`${path}/secrets`, {
      metadata: { name: 'large' },
      data: { value },
    });
    expect(code).toBe(422);
    expect(body.details.causes).toMatchObject([
      { reason: 'FieldValueTooLong', field: 'data' },
    ]);
    expect(JSON.stringify(body)).not.toContain(value.slice(0, 100));
  });

  it('never changes immutable Secrets, their type, and roleRefs', async () => {
    const { admin } = subject();
    await admin.post(`${path}/secrets`, {
      metadata: { name: 'fixed' },
      stringData: { a: '1' },
      immutable: true,
    });
    for (const [field, change] of [
      ['data', { data: { a: 'Yg==' } }],
      ['immutable', { immutable: false }],
      ['type', { type: 'other' }],
    ] as const) {
      const answer = await admin.merge(`${path}/secrets/fixed`, change);
      expect(answer.code).toBe(422);
      expect(answer.body.details.causes).toMatchObject([{ field }]);
    }

    const bindings = `/apis/rbac.authorization.k8s.io/v1${path.slice(
      '/api/v1'.length,
    )}/rolebindings`;
    const roleRef = {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'view',
    };
    await admin.post(bindings, { metadata: { name: 'fixed' }, roleRef });
    const { code, body } = await admin.merge(`${bindings}/fixed`, {
      roleRef: { name: 'edit' },
    });
    expect(code).toBe(422);
    expect(body.message).toEqual(
      expect.stringContaining('cannot change roleRef'),
    );
  });

  it('refuses pods without containers and under missing ServiceAccounts', async () => {
    const { admin } = subject();
    const empty = await admin.post(`${path}/pods`, {
      metadata: { name: 'empty' },
      spec: { containers: [] },
    });
    expect(empty.code).toBe(422);
    const foreign = await admin.post(`${path}/pods`, {
      metadata: { name: 'foreign' },
      spec: {
        serviceAccountName: 'missing',
        containers: [{ name: 'main', image: 'busybox' }],
      },
    });
    expect(foreign.code).toBe(403);
    expect(foreign.body.message).toEqual(
      expect.stringContaining('serviceaccount "missing" not found'),
    );
  });
};
