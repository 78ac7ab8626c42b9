import { itemsOf, namesOf } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

const metadataList =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
const metadataOnly =
  'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

/** Lists: selectors, pages, metadata alone. */
export const listContract: ContractPart = subject => {
  let path: string;
  let label: string;

  beforeAll(async () => {
    const { admin } = subject();
    const namespace = await subject().newNamespace();
    path = `/api/v1/namespaces/${namespace}/secrets`;
    label = subject().newName('label');
    for (const [name, size] of [
      ['a', 'small'],
      ['b', 'large'],
      ['c', 'small'],
      ['d', undefined],
    ]) {
      await admin.post(path, {
        metadata: { name, labels: { [label]: 'yes', ...(size && { size }) } },
        stringData: { key: 'value' },
      });
    }
  });

  it('lists a namespace by name, without repeating kind and version', async () => {
    const { body } = await subject().admin.get(path);
    expect(body).toMatchObject({ kind: 'SecretList', apiVersion: 'v1' });
    expect(Number(body.metadata.resourceVersion)).toBeGreaterThan(0);
    expect(namesOf(body)).toEqual(['a', 'b', 'c', 'd']);
    expect(itemsOf(body)[0].kind).toBeUndefined();
    expect(itemsOf(body)[0].apiVersion).toBeUndefined();
  });

  it('lists nothing in a namespace that is not there', async () => {
    const { code, body } = await subject().admin.get(
      '/api/v1/namespaces/not-there/secrets',
    );
    expect(code).toBe(200);
    expect(itemsOf(body)).toEqual([]);
  });

  it.each([
    ['size=small', ['a', 'c']],
    ['size==large', ['b']],
    ['size!=small', ['b', 'd']],
    ['size in (small, large)', ['a', 'b', 'c']],
    ['size notin (small)', ['b', 'd']],
    ['size', ['a', 'b', 'c']],
    ['!size', ['d']],
    ['size,size!=large', ['a', 'c']],
    ['size=none', []],
  ])('selects by the labels %s', async (selector, expected) => {
    const query = `labelSelector=${encodeURIComponent(selector)}`;
    const { body } = await subject().admin.get(`${path}?${query}`);
    expect(namesOf(body)).toEqual(expected);
  });

  it('selects across namespaces', async () => {
    const { body } = await subject().admin.get(
      `/api/v1/secrets?labelSelector=${label}%3Dyes`,
    );
    expect(namesOf(body)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('selects by name', async () => {
    const { body } = await subject().admin.get(
      `${path}?fieldSelector=metadata.name%3Db`,
    );
    expect(namesOf(body)).toEqual(['b']);
  });

  it.each([
    'labelSelector=size%20in%20small',
    'labelSelector=size%3D-x',
    'fieldSelector=spec.nothing%3Dx',
    'limit=1&continue=garbage',
    'resourceVersion=x',
  ])('refuses %s', async query => {
    const { code, body } = await subject().admin.get(`${path}?${query}`);
    expect(code).toBe(400);
    expect(body.reason).toBe('BadRequest');
  });

  it('gives out pages of one state', async () => {
    const { admin } = subject();
    const first = (await admin.get(`${path}?limit=3`)).body;
    expect(namesOf(first)).toEqual(['a', 'b', 'c']);
    expect(first.metadata.remainingItemCount).toBe(1);

    await admin.post(path, { metadata: { name: 'c-new' } });
    const token = encodeURIComponent(String(first.metadata.continue));
    const second = (await admin.get(`${path}?limit=3&continue=${token}`)).body;
    expect(namesOf(second)).toEqual(['d']);
    expect(second.metadata.continue).toBeUndefined();
    expect(second.metadata.resourceVersion).toBe(
      first.metadata.resourceVersion,
    );
    await admin.delete(`${path}/c-new`);
  });

  it('shows the metadata alone', async () => {
    const { admin } = subject();
    const list = (await admin.get(path, { accept: metadataList })).body;
    expect(list).toMatchObject({
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
    });
    expect(itemsOf(list)).toHaveLength(4);
    for (const item of itemsOf(list)) {
      expect(Object.keys(item).sort()).toEqual([
        'apiVersion',
        'kind',
        'metadata',
      ]);
    }
    const one = (await admin.get(`${path}/a`, { accept: metadataOnly })).body;
    expect(one).toMatchObject({
      kind: 'PartialObjectMetadata',
      metadata: { name: 'a' },
    });
    expect(one.data).toBeUndefined();
  });

  it('knows no future', async () => {
    const { code, body } = await subject().admin.get(
      `${path}?resourceVersion=999999999`,
    );
    expect(code).toBe(504);
    expect(body.details.causes).toMatchObject([
      { reason: 'ResourceVersionTooLarge' },
    ]);
  });
};
