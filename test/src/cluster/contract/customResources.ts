import { itemsOf, type Body } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const apiVersion = 'contract.example.com/v1beta1';

/** Kinds that definitions bring. */
export const customResourceContract: ContractPart = subject => {
  let path: string;

  const definition = {
    metadata: { name: 'stores.contract.example.com' },
    spec: {
      group: 'contract.example.com',
      scope: 'Namespaced',
      names: { plural: 'stores', kind: 'Store' },
      versions: [
        {
          name: 'v1beta1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
          subresources: { status: {} },
        },
      ],
    },
  };
  const store = (name: string, rest: object = {}) => ({
    apiVersion,
    kind: 'Store',
    metadata: { name },
    ...rest,
  });

  beforeAll(async () => {
    const { admin } = subject();
    const namespace = await subject().newNamespace();
    path = `/apis/${apiVersion}/namespaces/${namespace}/stores`;
    expect((await admin.get(path)).code).toBe(404);
    expect((await admin.post(definitions, definition)).code).toBe(201);
    await subject().eventually(
      async () => (await admin.get(path)).code === 200,
    );
  });

  it('says when a definition is established', async () => {
    const { admin } = subject();
    const one = `${definitions}/stores.contract.example.com`;
    await subject().eventually(async () => {
      const { body } = await admin.get(one);
      return ((body.status?.conditions ?? []) as unknown as Body[]).some(
        ({ type, status }) =>
          String(type) === 'Established' && String(status) === 'True',
      );
    });
    const { body } = await admin.get(one);
    expect(body.status.acceptedNames).toMatchObject({
      plural: 'stores',
      kind: 'Store',
      singular: 'store',
      listKind: 'StoreList',
    });
  });

  it('refuses a definition that is not named after its resource', async () => {
    const { code, body } = await subject().admin.post(definitions, {
      ...definition,
      metadata: { name: 'wrong' },
    });
    expect(code).toBe(422);
    expect(body.message).toEqual(
      expect.stringContaining('must be spec.names.plural+"."+spec.group'),
    );
  });

  it('keeps whatever is in them, apart from the status', async () => {
    const { admin } = subject();
    const spec = { a: 1, b: { c: [1, 2] } };
    const { code, body } = await admin.post(
      path,
      store('free', { spec, status: { x: 1 } }),
    );
    expect(code).toBe(201);
    expect(body.spec).toEqual(spec);
    expect(body.status).toBeUndefined();
    expect(body.metadata.generation).toBe(1);

    const ready = await admin.merge(`${path}/free/status`, {
      spec: { a: 7 },
      status: { phase: 'Ready' },
    });
    expect(ready.body).toMatchObject({
      spec: { a: 1 },
      status: { phase: 'Ready' },
      metadata: { generation: 1 },
    });
    const changed = await admin.merge(`${path}/free`, {
      spec: { a: 2 },
      status: { phase: 'Broken' },
    });
    expect(changed.body).toMatchObject({
      spec: { a: 2 },
      status: { phase: 'Ready' },
      metadata: { generation: 2 },
    });
  });

  it('lists them with their kind', async () => {
    const { admin } = subject();
    await admin.post(path, store('listed'));
    const { body } = await admin.get(path);
    expect(body).toMatchObject({ kind: 'StoreList', apiVersion });
    expect(itemsOf(body)[0]).toMatchObject({ kind: 'Store', apiVersion });
  });

  it('wants a kind, and a version to update', async () => {
    const { admin } = subject();
    const nameless = await admin.post(path, { metadata: { name: 'kind' } });
    expect(nameless.code).toBe(400);
    await admin.post(path, store('version'));
    const { code, body } = await admin.put(`${path}/version`, store('version'));
    expect(code).toBe(422);
    expect(body.message).toBe(
      'stores.contract.example.com "version" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
    );
  });

  it('applies them: maps by key, lists as a whole', async () => {
    const { admin } = subject();
    await admin.post(path, store('applied', { spec: { mine: { a: 1 } } }));
    const apply = (spec: object) =>
      admin.apply(`${path}/applied`, store('applied', { spec }));
    const first = await apply({ deep: { x: { y: 1 } }, list: [1, 2] });
    expect(first.body.spec).toEqual({
      mine: { a: 1 },
      deep: { x: { y: 1 } },
      list: [1, 2],
    });
    const owners = first.body.metadata.managedFields as unknown as Body[];
    expect(
      owners.find(({ manager }) => String(manager) === 'one')?.fieldsV1,
    ).toEqual({
      'f:spec': {
        '.': {},
        'f:deep': { '.': {}, 'f:x': { '.': {}, 'f:y': {} } },
        'f:list': {},
      },
    });
    const second = await apply({ list: [3] });
    expect(second.body.spec).toEqual({ mine: { a: 1 }, list: [3] });
    const third = await admin.apply(`${path}/applied`, store('applied'));
    expect(third.body.spec).toEqual({ mine: { a: 1 } });
  });

  it('goes with its definition', async () => {
    const { admin } = subject();
    await admin.delete(`${definitions}/stores.contract.example.com`);
    expect(
      await subject().eventually(
        async () => (await admin.get(path)).code === 404,
      ),
    ).toBe(true);
  });
};
