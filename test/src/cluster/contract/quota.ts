import type { ContractPart } from '../ContractSubject';

/** Quotas: what is used of what is allowed. */
export const quotaContract: ContractPart = subject => {
  it('counts what a namespace uses', async () => {
    const { admin } = subject();
    const namespace = await subject().newNamespace();
    const path = `/api/v1/namespaces/${namespace}`;
    const hard = {
      pods: '10',
      'requests.cpu': '2',
      'requests.memory': '4Gi',
      'limits.cpu': '4',
      'limits.memory': '8Gi',
      services: '5',
      secrets: '5',
      persistentvolumeclaims: '4',
      'requests.storage': '10Gi',
      'count/deployments.apps': '3',
    };
    await admin.post(`${path}/resourcequotas`, {
      metadata: { name: 'quota' },
      spec: { hard },
    });
    const quota = async () =>
      (await admin.get(`${path}/resourcequotas/quota`)).body;
    await subject().eventually(
      async () => (await quota()).status?.used !== undefined,
    );
    const { status } = await quota();
    expect(status.hard).toEqual(hard);
    expect(Object.values(status.used).map(String)).toEqual(
      Object.keys(hard).map(() => '0'),
    );

    for (const name of ['one', 'two']) {
      const { code } = await admin.post(`${path}/pods`, {
        metadata: { name },
        spec: {
          containers: [
            {
              name: 'main',
              image: 'busybox',
              resources: {
                requests: { cpu: '250m', memory: '1Gi' },
                limits: { cpu: '500m', memory: '2Gi' },
              },
            },
          ],
        },
      });
      expect(code).toBe(201);
    }
    await admin.post(`${path}/secrets`, { metadata: { name: 'secret' } });
    await admin.post(`${path}/services`, {
      metadata: { name: 'service' },
      spec: { ports: [{ port: 80 }] },
    });
    await admin.post(`${path}/persistentvolumeclaims`, {
      metadata: { name: 'claim' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1024Mi' } },
      },
    });
    await subject().eventually(async () => {
      const { used } = (await quota()).status;
      return String(used.persistentvolumeclaims) === '1';
    });
    expect((await quota()).status.used).toEqual({
      pods: '2',
      'requests.cpu': '500m',
      'requests.memory': '2Gi',
      'limits.cpu': '1',
      'limits.memory': '4Gi',
      services: '1',
      secrets: '1',
      persistentvolumeclaims: '1',
      'requests.storage': '1Gi',
      'count/deployments.apps': '0',
    });
  });
};
