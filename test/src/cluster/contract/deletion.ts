import type { ContractPart } from '../ContractSubject';

/** Deletion: preconditions, finalizers, owners. */
export const deletionContract: ContractPart = subject => {
  let path: string;

  beforeAll(async () => {
    path = `/api/v1/namespaces/${await subject().newNamespace()}/configmaps`;
  });

  const create = async (metadata: object) =>
    (await subject().admin.post(path, { metadata })).body;

  it('answers a finished deletion with a Status', async () => {
    const { metadata } = await create({ name: 'gone' });
    const { code, body } = await subject().admin.delete(`${path}/gone`);
    expect(code).toBe(200);
    expect(body).toMatchObject({
      kind: 'Status',
      status: 'Success',
      details: { name: 'gone', kind: 'configmaps', uid: metadata.uid },
    });
    expect((await subject().admin.delete(`${path}/gone`)).code).toBe(404);
  });

  it('answers with the object where the kind does so', async () => {
    const { admin } = subject();
    const accounts = path.replace('configmaps', 'serviceaccounts');
    await admin.post(accounts, { metadata: { name: 'account' } });
    const { body } = await admin.delete(`${accounts}/account`);
    expect(body.kind).toBe('ServiceAccount');
  });

  it('deletes only the object that is meant', async () => {
    const { admin } = subject();
    const { metadata } = await create({ name: 'meant' });
    const other = await admin.delete(`${path}/meant`, {
      preconditions: { uid: 'other' },
    });
    expect(other.code).toBe(409);
    expect(other.body).toMatchObject({
      reason: 'Conflict',
      message: `Operation cannot be fulfilled on ConfigMap "meant": the UID in the precondition (other) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    });
    const older = await admin.delete(`${path}/meant`, {
      preconditions: { resourceVersion: '1' },
    });
    expect(older.code).toBe(409);
    const same = await admin.delete(`${path}/meant`, {
      preconditions: {
        uid: metadata.uid,
        resourceVersion: metadata.resourceVersion,
      },
    });
    expect(same.code).toBe(200);
  });

  it('keeps an object until its last finalizer is gone', async () => {
    const { admin } = subject();
    await create({ name: 'held', finalizers: ['example.com/hold'] });
    const { code, body } = await admin.delete(`${path}/held`);
    expect(code).toBe(200);
    expect(body.kind).toBe('ConfigMap');
    expect(body.metadata.deletionTimestamp).toBeDefined();
    expect((await admin.get(`${path}/held`)).code).toBe(200);

    const added = await admin.merge(`${path}/held`, {
      metadata: { finalizers: ['example.com/hold', 'example.com/more'] },
    });
    expect(added.code).toBe(422);
    expect(added.body.message).toEqual(
      expect.stringContaining('no new finalizers can be added'),
    );

    const released = await admin.merge(`${path}/held`, {
      metadata: { finalizers: null },
    });
    expect(released.code).toBe(200);
    expect((await admin.get(`${path}/held`)).code).toBe(404);
  });

  it('deletes nothing in a dry run', async () => {
    await create({ name: 'kept' });
    await subject().admin.delete(`${path}/kept?dryRun=All`);
    expect((await subject().admin.get(`${path}/kept`)).code).toBe(200);
  });

  it('deletes a collection by label', async () => {
    const { admin } = subject();
    await create({ name: 'red', labels: { color: 'red' } });
    await create({ name: 'blue', labels: { color: 'blue' } });
    const { code } = await admin.delete(`${path}?labelSelector=color%3Dred`);
    expect(code).toBe(200);
    expect((await admin.get(`${path}/red`)).code).toBe(404);
    expect((await admin.get(`${path}/blue`)).code).toBe(200);
  });

  it('deletes what belonged to a deleted object', async () => {
    const { admin } = subject();
    const { metadata } = await create({ name: 'owner' });
    await create({
      name: 'owned',
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          name: 'owner',
          uid: metadata.uid,
        },
      ],
    });
    await admin.delete(`${path}/owner`, { propagationPolicy: 'Background' });
    expect(
      await subject().eventually(
        async () => (await admin.get(`${path}/owned`)).code === 404,
      ),
    ).toBe(true);
  });
};
