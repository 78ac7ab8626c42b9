import type { ContractPart } from '../ContractSubject';

/** Create, read, replace; identity, versions and optimistic locking. */
export const objectContract: ContractPart = subject => {
  let path: string;

  beforeAll(async () => {
    path = `/api/v1/namespaces/${await subject().newNamespace()}/configmaps`;
  });

  it('gives a new object its identity', async () => {
    const { admin } = subject();
    const { code, body } = await admin.post(path, {
      metadata: { name: 'new', labels: { a: 'b' } },
      data: { key: 'value' },
    });
    expect(code).toBe(201);
    expect(body).toMatchObject({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: { name: 'new', labels: { a: 'b' } },
      data: { key: 'value' },
    });
    expect(body.metadata.uid).toEqual(expect.stringMatching(/^[-0-9a-f]{36}$/));
    expect(body.metadata.creationTimestamp).toEqual(
      expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    );
    expect((await admin.get(`${path}/new`)).body).toEqual(body);
  });

  it('refuses a second object of the same name', async () => {
    const { admin } = subject();
    await admin.post(path, { metadata: { name: 'twice' } });
    const { code, body } = await admin.post(path, {
      metadata: { name: 'twice' },
    });
    expect(code).toBe(409);
    expect(body).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      reason: 'AlreadyExists',
      message: 'configmaps "twice" already exists',
      details: { name: 'twice', kind: 'configmaps' },
      code: 409,
    });
  });

  it('makes up a name from a prefix', async () => {
    const { code, body } = await subject().admin.post(path, {
      metadata: { generateName: 'made-' },
    });
    expect(code).toBe(201);
    expect(body.metadata.name).toEqual(
      expect.stringMatching(/^made-[a-z0-9]{5}$/),
    );
  });

  it('says what is not there', async () => {
    const { code, body } = await subject().admin.get(`${path}/absent`);
    expect(code).toBe(404);
    expect(body).toMatchObject({
      reason: 'NotFound',
      message: 'configmaps "absent" not found',
      details: { name: 'absent', kind: 'configmaps' },
    });
  });

  it('gives every change a higher resource version, and none to no change', async () => {
    const { admin } = subject();
    const { body: first } = await admin.post(path, {
      metadata: { name: 'versions' },
      data: { a: '1' },
    });
    const { body: second } = await admin.put(`${path}/versions`, {
      ...first,
      data: { a: '2' },
    });
    expect(Number(second.metadata.resourceVersion)).toBeGreaterThan(
      Number(first.metadata.resourceVersion),
    );
    const { body: third } = await admin.put(`${path}/versions`, second);
    expect(third.metadata.resourceVersion).toBe(
      second.metadata.resourceVersion,
    );
  });

  it('refuses an update of an older version', async () => {
    const { admin } = subject();
    const { body: first } = await admin.post(path, {
      metadata: { name: 'locked' },
      data: { a: '1' },
    });
    await admin.put(`${path}/locked`, { ...first, data: { a: '2' } });
    const { code, body } = await admin.put(`${path}/locked`, {
      ...first,
      data: { a: '3' },
    });
    expect(code).toBe(409);
    expect(body).toMatchObject({
      reason: 'Conflict',
      message:
        'Operation cannot be fulfilled on configmaps "locked": the object has been modified; please apply your changes to the latest version and try again',
    });
  });

  it('refuses an update of another object of the same name', async () => {
    const { admin } = subject();
    await admin.post(path, { metadata: { name: 'identity' } });
    const { code, body } = await admin.put(`${path}/identity`, {
      metadata: { name: 'identity', uid: 'other' },
    });
    expect(code).toBe(409);
    expect(body.reason).toBe('Conflict');
    expect(body.message).toEqual(
      expect.stringContaining('UID in precondition: other'),
    );
  });

  it.each([
    ['another name', { metadata: { name: 'other' } }],
    [
      'another namespace',
      { metadata: { name: 'wrong', namespace: 'default' } },
    ],
    ['another kind', { kind: 'Secret', metadata: { name: 'wrong' } }],
    ['another version', { apiVersion: 'v9', metadata: { name: 'wrong' } }],
  ])('refuses a body with %s', async (_what, body) => {
    const { admin } = subject();
    await admin.post(path, { metadata: { name: 'wrong' } });
    const answer = await admin.put(`${path}/wrong`, body);
    expect(answer.code).toBe(400);
    expect(answer.body.reason).toBe('BadRequest');
  });

  it('shows what a write would do without doing it', async () => {
    const { admin } = subject();
    const dry = await admin.post(`${path}?dryRun=All`, {
      metadata: { name: 'dry' },
    });
    expect(dry.code).toBe(201);
    expect(dry.body.metadata.uid).toBeDefined();
    expect((await admin.get(`${path}/dry`)).code).toBe(404);

    const { body } = await admin.post(path, {
      metadata: { name: 'wet' },
      data: { a: '1' },
    });
    const changed = await admin.put(`${path}/wet?dryRun=All`, {
      ...body,
      data: { a: '2' },
    });
    expect(changed.body.data).toEqual({ a: '2' });
    expect((await admin.get(`${path}/wet`)).body).toEqual(body);
  });

  it('refuses methods that a path does not have', async () => {
    const { admin } = subject();
    for (const answer of [
      await admin.post(`${path}/name`, {}),
      await admin.put(path, {}),
      await admin.delete('/api/v1/namespaces'),
    ]) {
      expect(answer.code).toBe(405);
      expect(answer.body.reason).toBe('MethodNotAllowed');
    }
    expect((await admin.get('/api/v1/namespaces/default/nothing')).code).toBe(
      404,
    );
  });
};
