import type { ContractPart } from '../ContractSubject';

/** Server-side apply: what becomes of the object. */
export const applyContract: ContractPart = subject => {
  let namespace: string;
  let path: string;

  const configMap = (name: string, rest: object = {}) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    ...rest,
    metadata: { name, ...(rest as { metadata?: object }).metadata },
  });

  beforeAll(async () => {
    namespace = await subject().newNamespace();
    path = `/api/v1/namespaces/${namespace}/configmaps`;
  });

  it('creates what is missing and changes what is there', async () => {
    const { admin } = subject();
    const created = await admin.apply(
      `${path}/one`,
      configMap('one', { data: { a: '1' } }),
    );
    expect(created.code).toBe(201);
    const changed = await admin.apply(
      `${path}/one`,
      configMap('one', { data: { a: '2' } }),
    );
    expect(changed.code).toBe(200);
    expect(changed.body.data).toEqual({ a: '2' });
    expect(changed.body.metadata.uid).toBe(created.body.metadata.uid);
  });

  it('reads YAML', async () => {
    const { code, body } = await subject().admin.request(
      'PATCH',
      `${path}/yaml?fieldManager=one`,
      {
        contentType: 'application/apply-patch+yaml',
        body: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: yaml\ndata:\n  a: "1"\n',
      },
    );
    expect(code).toBe(201);
    expect(body.data).toEqual({ a: '1' });
  });

  it('writes nothing when the same is applied again', async () => {
    const { admin } = subject();
    const configuration = configMap('same', {
      metadata: { labels: { a: 'b' }, annotations: { c: 'd' } },
      data: { a: '1' },
    });
    const first = await admin.apply(`${path}/same`, configuration);
    const second = await admin.apply(`${path}/same`, configuration);
    expect(second.code).toBe(200);
    expect(second.body).toEqual(first.body);
  });

  it('removes what the applier stops naming, and leaves the rest', async () => {
    const { admin } = subject();
    await admin.apply(
      `${path}/less`,
      configMap('less', {
        metadata: { labels: { keep: '1', drop: '1' } },
        data: { a: '1', b: '2' },
      }),
    );
    await admin.merge(`${path}/less`, { data: { foreign: 'x' } });
    const { body } = await admin.apply(
      `${path}/less`,
      configMap('less', {
        metadata: { labels: { keep: '1' } },
        data: { a: '1' },
      }),
    );
    expect(body.data).toEqual({ a: '1', foreign: 'x' });
    expect(body.metadata.labels).toEqual({ keep: '1' });
  });

  it('removes a map that nothing is left in', async () => {
    const { admin } = subject();
    const accounts = path.replace('configmaps', 'serviceaccounts');
    const account = (metadata: object) => ({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'user', ...metadata },
    });
    await admin.apply(
      `${accounts}/user`,
      account({ annotations: { 'example.com/role': 'x' } }),
    );
    const { body } = await admin.apply(`${accounts}/user`, account({}));
    expect(body.metadata.annotations).toBeUndefined();
    expect(body.metadata.managedFields).toBeUndefined();
  });

  it('replaces lists that have no keys as a whole', async () => {
    const { admin } = subject();
    const roles = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/roles`;
    const role = (...resources: string[]) => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'atomic' },
      rules: resources.map(resource => ({
        apiGroups: [''],
        resources: [resource],
        verbs: ['get'],
      })),
    });
    await admin.apply(`${roles}/atomic`, role('pods', 'services'));
    const { body } = await admin.apply(`${roles}/atomic`, role('secrets'));
    expect(body.rules).toEqual(role('secrets').rules);
  });

  it('merges lists that have keys item by item', async () => {
    const { admin } = subject();
    const services = path.replace('configmaps', 'services');
    const service = (...ports: [string, number][]) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'keyed' },
      spec: { ports: ports.map(([name, port]) => ({ name, port })) },
    });
    const portsAfter = async (
      manager: string,
      ...ports: [string, number][]
    ) => {
      const { body } = await admin.apply(
        `${services}/keyed`,
        service(...ports),
        { manager },
      );
      return (body.spec.ports as unknown as { name: string }[]).map(
        ({ name }) => name,
      );
    };
    expect(await portsAfter('one', ['a', 80], ['b', 81])).toEqual(['a', 'b']);
    expect(await portsAfter('two', ['c', 82])).toEqual(['a', 'b', 'c']);
    expect(await portsAfter('one', ['a', 80])).toEqual(['a', 'c']);
  });

  it('takes an object only when it is the one that is meant', async () => {
    const { admin } = subject();
    const { body: live } = await admin.apply(
      `${path}/meant`,
      configMap('meant'),
    );
    const withMetadata = (name: string, metadata: object) =>
      admin.apply(`${path}/${name}`, configMap(name, { metadata }));

    const other = await withMetadata('meant', { uid: 'other' });
    expect(other.code).toBe(422);
    const missing = await withMetadata('missing', { uid: 'other' });
    expect(missing.code).toBe(409);
    expect(missing.body.message).toEqual(
      expect.stringContaining('uid mismatch'),
    );
    const older = await withMetadata('meant', { resourceVersion: '1' });
    expect(older.code).toBe(409);
    const same = await withMetadata('meant', { uid: live.metadata.uid });
    expect(same.code).toBe(200);
  });

  it('shows what an apply would do without doing it', async () => {
    const { admin } = subject();
    const options = { dryRun: true };
    const dry = await admin.apply(`${path}/dry`, configMap('dry'), options);
    expect(dry.code).toBe(201);
    expect((await admin.get(`${path}/dry`)).code).toBe(404);

    const { body: live } = await admin.apply(
      `${path}/wet`,
      configMap('wet', { data: { a: '1' } }),
    );
    const changed = await admin.apply(
      `${path}/wet`,
      configMap('wet', { data: { b: '2' } }),
      options,
    );
    expect(changed.body.data).toEqual({ b: '2' });
    expect((await admin.get(`${path}/wet`)).body).toEqual(live);
  });

  it('wants to know who applies what', async () => {
    const { admin } = subject();
    const anonymous = await admin.apply(`${path}/who`, configMap('who'), {
      manager: '',
    });
    expect(anonymous.code).toBe(422);
    expect(anonymous.body.message).toEqual(
      expect.stringContaining('fieldManager: Required value'),
    );
    for (const body of [
      { kind: 'ConfigMap', metadata: { name: 'who' } },
      configMap('other'),
      configMap('who', { metadata: { managedFields: [] } }),
    ]) {
      expect((await admin.apply(`${path}/who`, body)).code).toBe(400);
    }
  });
};
