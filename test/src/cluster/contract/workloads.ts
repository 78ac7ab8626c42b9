import { itemsOf, namesOf } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

/** Pods and what makes them. */
export const workloadContract: ContractPart = subject => {
  let namespace: string;

  const pods = () => `/api/v1/namespaces/${namespace}/pods`;
  const apps = (resource: string) =>
    `/apis/apps/v1/namespaces/${namespace}/${resource}`;
  const template = (labels: object) => ({
    metadata: { labels },
    spec: { containers: [{ name: 'main', image: 'busybox' }] },
  });

  beforeAll(async () => {
    namespace = await subject().newNamespace();
  });

  it('lets pods run', async () => {
    const { admin } = subject();
    const { body } = await admin.post(pods(), {
      metadata: { name: 'alone' },
      spec: template({}).spec,
    });
    expect(body).toMatchObject({
      metadata: { generation: 1 },
      spec: { serviceAccountName: 'default', restartPolicy: 'Always' },
      status: { phase: 'Pending' },
    });
    await subject().eventually(async () => {
      const pod = (await admin.get(`${pods()}/alone`)).body;
      return String(pod.status.phase) === 'Running';
    });
    const { status } = (await admin.get(`${pods()}/alone`)).body;
    expect(status.conditions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'Ready', status: 'True' }),
      ]),
    );
    expect(status.containerStatuses).toMatchObject([
      { name: 'main', ready: true, restartCount: 0 },
    ]);
    expect((await admin.delete(`${pods()}/alone`)).code).toBe(200);
    await subject().eventually(
      async () => (await admin.get(`${pods()}/alone`)).code === 404,
    );
  });

  it('runs, stops and removes a StatefulSet', async () => {
    const { admin } = subject();
    const labels = { app: 'session' };
    const path = `${apps('statefulsets')}/session`;
    const { code, body } = await admin.apply(path, {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'session' },
      spec: {
        serviceName: 'session',
        selector: { matchLabels: labels },
        template: template(labels),
      },
    });
    expect(code).toBe(201);
    expect(body.spec.replicas).toBe(1);
    await subject().eventually(async () => {
      const { status } = (await admin.get(path)).body;
      return Number(status.readyReplicas) === 1;
    });
    const pod = (await admin.get(`${pods()}/session-0`)).body;
    expect(pod.metadata.labels).toMatchObject(labels);
    expect(pod.metadata.ownerReferences).toMatchObject([
      { kind: 'StatefulSet', name: 'session', uid: body.metadata.uid },
    ]);

    await admin.merge(path, { spec: { replicas: 0 } });
    await subject().eventually(
      async () => (await admin.get(`${pods()}/session-0`)).code === 404,
    );
    await subject().eventually(async () => {
      const { status } = (await admin.get(path)).body;
      return Number(status.replicas) === 0;
    });
    await admin.merge(path, { spec: { replicas: 1 } });
    await subject().eventually(
      async () => (await admin.get(`${pods()}/session-0`)).code === 200,
    );
    await admin.delete(path, { propagationPolicy: 'Background' });
    await subject().eventually(
      async () => (await admin.get(`${pods()}/session-0`)).code === 404,
    );
  });

  it('runs a Deployment', async () => {
    const { admin } = subject();
    const labels = { app: 'deployed' };
    const path = `${apps('deployments')}/deployed`;
    await admin.apply(path, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'deployed' },
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: template(labels),
      },
    });
    await subject().eventually(async () => {
      const { status } = (await admin.get(path)).body;
      return Number(status.availableReplicas) === 2;
    });
    const found = (await admin.get(`${pods()}?labelSelector=app%3Ddeployed`))
      .body;
    expect(itemsOf(found)).toHaveLength(2);
    expect(namesOf(found)[0]).toEqual(expect.stringMatching(/^deployed-/));
    await admin.delete(path, { propagationPolicy: 'Foreground' });
    await subject().eventually(
      async () => (await admin.get(path)).code === 404,
    );
  });

  it('refuses a StatefulSet whose pods it would not find, and a new serviceName', async () => {
    const { admin } = subject();
    const statefulSet = (labels: object) => ({
      metadata: { name: 'wrong' },
      spec: {
        replicas: 0,
        serviceName: 'wrong',
        selector: { matchLabels: { app: 'wrong' } },
        template: template(labels),
      },
    });
    const lost = await admin.post(
      apps('statefulsets'),
      statefulSet({ app: 'other' }),
    );
    expect(lost.code).toBe(422);
    expect(lost.body.message).toEqual(
      expect.stringContaining('`selector` does not match template `labels`'),
    );
    await admin.post(apps('statefulsets'), statefulSet({ app: 'wrong' }));
    const renamed = await admin.merge(`${apps('statefulsets')}/wrong`, {
      spec: { serviceName: 'other' },
    });
    expect(renamed.code).toBe(422);
    expect(renamed.body.details.causes).toMatchObject([{ field: 'spec' }]);
  });

  it('guards claims that pods use', async () => {
    const { admin } = subject();
    const claims = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
    const { body } = await admin.post(claims, {
      metadata: { name: 'home' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
    });
    expect(body.metadata.finalizers).toEqual(['kubernetes.io/pvc-protection']);
    const changed = await admin.merge(`${claims}/home`, {
      spec: { accessModes: ['ReadWriteMany'] },
    });
    expect(changed.code).toBe(422);
    await admin.post(pods(), {
      metadata: { name: 'user' },
      spec: {
        ...template({}).spec,
        volumes: [
          { name: 'home', persistentVolumeClaim: { claimName: 'home' } },
        ],
      },
    });
    await admin.delete(`${claims}/home`);
    const held = (await admin.get(`${claims}/home`)).body;
    expect(held.metadata.deletionTimestamp).toBeDefined();
    await admin.delete(`${pods()}/user`);
    await subject().eventually(
      async () => (await admin.get(`${claims}/home`)).code === 404,
    );
  });
};
