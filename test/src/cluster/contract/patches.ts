import type { ContractPart } from '../ContractSubject';

/** Merge patch and JSON patch. */
export const patchContract: ContractPart = subject => {
  let path: string;
  let target: string;

  beforeAll(async () => {
    path = `/api/v1/namespaces/${await subject().newNamespace()}/configmaps`;
  });

  beforeEach(async () => {
    const name = subject().newName('patched');
    target = `${path}/${name}`;
    await subject().admin.post(path, {
      metadata: { name, labels: { a: '1', b: '2' } },
      data: { x: '1' },
    });
  });

  it('merges, and deletes what is null', async () => {
    const { code, body } = await subject().admin.merge(target, {
      metadata: { labels: { a: null, c: '3' } },
      data: { y: '2' },
    });
    expect(code).toBe(200);
    expect(body.metadata.labels).toEqual({ b: '2', c: '3' });
    expect(body.data).toEqual({ x: '1', y: '2' });
  });

  it('refuses a merge patch for an older version', async () => {
    const { code, body } = await subject().admin.merge(target, {
      metadata: { resourceVersion: '1' },
      data: { y: '2' },
    });
    expect(code).toBe(409);
    expect(body.reason).toBe('Conflict');
  });

  it('refuses a patch that would change the identity', async () => {
    const { code, body } = await subject().admin.merge(target, {
      metadata: { uid: 'other' },
    });
    expect(code).toBe(422);
    expect(body.message).toEqual(
      expect.stringContaining('metadata.uid: Invalid value: "other"'),
    );
  });

  it('applies the operations of a JSON patch in order', async () => {
    const { code, body } = await subject().admin.jsonPatch(target, [
      { op: 'test', path: '/data/x', value: '1' },
      { op: 'replace', path: '/data/x', value: '2' },
      { op: 'add', path: '/metadata/labels/example.com~1team', value: 'ocean' },
      { op: 'remove', path: '/metadata/labels/a' },
    ]);
    expect(code).toBe(200);
    expect(body.data).toEqual({ x: '2' });
    expect(body.metadata.labels).toEqual({
      b: '2',
      'example.com/team': 'ocean',
    });
  });

  it('refuses the whole JSON patch when one operation fails', async () => {
    const { admin } = subject();
    const before = (await admin.get(target)).body;
    for (const failing of [
      { op: 'test', path: '/data/x', value: 'other' },
      { op: 'remove', path: '/data/absent' },
    ]) {
      const { code, body } = await admin.jsonPatch(target, [
        { op: 'replace', path: '/data/x', value: '2' },
        failing,
      ]);
      expect(code).toBe(422);
      expect(body.reason).toBe('Invalid');
    }
    expect((await admin.get(target)).body).toEqual(before);
  });

  it('writes nothing when nothing changes', async () => {
    const { admin } = subject();
    const before = (await admin.get(target)).body;
    const { body } = await admin.merge(target, { data: { x: '1' } });
    expect(body).toEqual(before);
  });

  it('does not patch what is not there', async () => {
    const { code } = await subject().admin.merge(`${path}/absent`, {
      data: {},
    });
    expect(code).toBe(404);
  });

  it('refuses formats that it does not know', async () => {
    const { code, body } = await subject().admin.request('PATCH', target, {
      body: '{}',
      contentType: 'text/plain',
    });
    expect(code).toBe(415);
    expect(body.reason).toBe('UnsupportedMediaType');
  });

  it('refuses force outside server-side apply', async () => {
    const { code, body } = await subject().admin.merge(
      `${target}?force=true`,
      {},
    );
    expect(code).toBe(422);
    expect(body.message).toEqual(
      expect.stringContaining('may not be specified for non-apply patch'),
    );
  });
};
