import type { ContractPart } from '../ContractSubject';

interface Entry {
  readonly manager: string;
  readonly operation: string;
  readonly subresource?: string;
  readonly fieldsV1: object;
}

/** Server-side apply: who owns which fields. */
export const applyOwnershipContract: ContractPart = subject => {
  let path: string;

  const configMap = (name: string, data: object, metadata: object = {}) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, ...metadata },
    data,
  });

  async function ownersOf(name: string): Promise<Entry[]> {
    const { body } = await subject().admin.get(`${path}/${name}`);
    return (body.metadata.managedFields ?? []) as unknown as Entry[];
  }

  async function fieldsOf(name: string, manager: string) {
    const entry = (await ownersOf(name)).find(
      owner => owner.manager === manager,
    );
    return entry?.fieldsV1;
  }

  beforeAll(async () => {
    path = `/api/v1/namespaces/${await subject().newNamespace()}/configmaps`;
  });

  it('records the fields of an applier', async () => {
    await subject().admin.apply(
      `${path}/owned`,
      configMap('owned', { a: '1' }, { labels: { l: '1' } }),
    );
    expect(await ownersOf('owned')).toEqual([
      {
        manager: 'one',
        operation: 'Apply',
        apiVersion: 'v1',
        time: expect.any(String),
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:data': { 'f:a': {} },
          'f:metadata': { 'f:labels': { 'f:l': {} } },
        },
      },
    ]);
  });

  it('records the fields of everybody else, under their user agent', async () => {
    const { admin } = subject();
    await admin.post(path, configMap('posted', { a: '1' }));
    expect(await fieldsOf('posted', 'contract')).toEqual({
      'f:data': { '.': {}, 'f:a': {} },
    });
    await admin.merge(`${path}/posted?fieldManager=patcher`, {
      data: { b: '2' },
    });
    expect(await fieldsOf('posted', 'patcher')).toEqual({
      'f:data': { 'f:b': {} },
    });
  });

  it('refuses to change a field of another applier', async () => {
    const { admin } = subject();
    await admin.apply(
      `${path}/conflict`,
      configMap('conflict', { a: '1', b: '1' }),
    );
    const { code, body } = await admin.apply(
      `${path}/conflict`,
      configMap('conflict', { a: '2' }),
      { manager: 'two' },
    );
    expect(code).toBe(409);
    expect(body).toMatchObject({
      reason: 'Conflict',
      message: 'Apply failed with 1 conflict: conflict with "one": .data.a',
      details: {
        causes: [
          {
            reason: 'FieldManagerConflict',
            message: 'conflict with "one"',
            field: '.data.a',
          },
        ],
      },
    });
  });

  it('shares a field that has the same value', async () => {
    const { admin } = subject();
    await admin.apply(`${path}/shared`, configMap('shared', { a: '1' }));
    const { code } = await admin.apply(
      `${path}/shared`,
      configMap('shared', { a: '1' }),
      { manager: 'two' },
    );
    expect(code).toBe(200);
    const left = await admin.apply(`${path}/shared`, configMap('shared', {}));
    expect(left.body.data).toEqual({ a: '1' });
    const gone = await admin.apply(`${path}/shared`, configMap('shared', {}), {
      manager: 'two',
    });
    expect(gone.body.data?.a).toBeUndefined();
  });

  it('takes fields over by force', async () => {
    const { admin } = subject();
    await admin.apply(
      `${path}/forced`,
      configMap('forced', { a: '1', b: '1' }),
    );
    const { code, body } = await admin.apply(
      `${path}/forced`,
      configMap('forced', { a: '2' }),
      { manager: 'two', force: true },
    );
    expect(code).toBe(200);
    expect(body.data).toEqual({ a: '2', b: '1' });
    expect(await fieldsOf('forced', 'one')).toEqual({
      'f:data': { 'f:b': {} },
    });
  });

  it('gives a field to whoever updates it', async () => {
    const { admin } = subject();
    await admin.apply(`${path}/updated`, configMap('updated', { a: '1' }));
    await admin.merge(`${path}/updated?fieldManager=editor`, {
      data: { a: 'edited' },
    });
    expect(await fieldsOf('updated', 'one')).toBeUndefined();
    const { code, body } = await admin.apply(
      `${path}/updated`,
      configMap('updated', { a: '1' }),
    );
    expect(code).toBe(409);
    expect(body.message).toBe(
      'Apply failed with 1 conflict: conflict with "editor" using v1: .data.a',
    );
  });

  it('owns items of lists by their keys and finalizers by their value', async () => {
    const { admin } = subject();
    const services = path.replace('configmaps', 'services');
    const { body } = await admin.apply(`${services}/keys`, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'keys', finalizers: ['example.com/hold'] },
      spec: { selector: { app: 'x' }, ports: [{ port: 80 }] },
    });
    const [entry] = body.metadata.managedFields as unknown as Entry[];
    expect(entry.fieldsV1).toEqual({
      'f:metadata': { 'f:finalizers': { 'v:"example.com/hold"': {} } },
      'f:spec': {
        'f:ports': {
          'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:port': {} },
        },
        'f:selector': {},
      },
    });
    await admin.merge(`${services}/keys`, { metadata: { finalizers: null } });
  });

  it('keeps the status apart from the rest', async () => {
    const { admin } = subject();
    const quotas = path.replace('configmaps', 'resourcequotas');
    await admin.apply(`${quotas}/status`, {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'status' },
      spec: { hard: { pods: '1' } },
    });
    await subject().eventually(async () => {
      const { body } = await admin.get(`${quotas}/status`);
      return body.status?.hard !== undefined;
    });
    const { body } = await admin.get(`${quotas}/status`);
    const owners = body.metadata.managedFields as unknown as Entry[];
    expect(owners).toEqual([
      expect.objectContaining({ manager: 'one', operation: 'Apply' }),
      expect.objectContaining({
        manager: 'kube-controller-manager',
        operation: 'Update',
        subresource: 'status',
      }),
    ]);
    const ignored = await admin.merge(`${quotas}/status`, {
      status: { hard: { pods: '99' } },
    });
    expect(ignored.body.status.hard).toEqual({ pods: '1' });
  });
};
