import type { ContractPart } from '../ContractSubject';

/** What the server fills in and how it writes values. */
export const defaultsContract: ContractPart = subject => {
  let namespace: string;

  const core = (resource: string) =>
    `/api/v1/namespaces/${namespace}/${resource}`;
  const grouped = (group: string, resource: string) =>
    `/apis/${group}/namespaces/${namespace}/${resource}`;

  beforeAll(async () => {
    namespace = await subject().newNamespace();
  });

  it('writes quantities in their usual form', async () => {
    const { body } = await subject().admin.post(core('resourcequotas'), {
      metadata: { name: 'usual' },
      spec: {
        hard: {
          'requests.cpu': '0.5',
          'limits.memory': '1024Mi',
          'requests.storage': '0.5Ti',
          pods: 10,
        },
      },
    });
    expect(body.spec.hard).toEqual({
      'requests.cpu': '500m',
      'limits.memory': '1Gi',
      'requests.storage': '512Gi',
      pods: '10',
    });
  });

  it('completes limits', async () => {
    const { body } = await subject().admin.post(core('limitranges'), {
      metadata: { name: 'limits' },
      spec: {
        limits: [
          {
            type: 'Container',
            max: { cpu: '2000m' },
            default: { cpu: '1000m', memory: '0.5Gi' },
          },
        ],
      },
    });
    expect(body.spec.limits).toEqual([
      {
        type: 'Container',
        max: { cpu: '2' },
        default: { cpu: '1', memory: '512Mi' },
        defaultRequest: { cpu: '1', memory: '512Mi' },
      },
    ]);
    await subject().admin.delete(`${core('limitranges')}/limits`);
  });

  it('completes network policies', async () => {
    const path = grouped('networking.k8s.io/v1', 'networkpolicies');
    const { body } = await subject().admin.post(path, {
      metadata: { name: 'complete' },
      spec: {
        podSelector: {},
        ingress: [],
        egress: [{ ports: [{ port: 443 }] }, {}],
      },
    });
    expect(body.metadata.generation).toBe(1);
    expect(body.spec).toEqual({
      podSelector: {},
      egress: [{ ports: [{ port: 443, protocol: 'TCP' }] }, {}],
      policyTypes: ['Ingress', 'Egress'],
    });
  });

  it('completes role bindings', async () => {
    const path = grouped('rbac.authorization.k8s.io/v1', 'rolebindings');
    const { body } = await subject().admin.post(path, {
      metadata: { name: 'complete' },
      roleRef: { kind: 'ClusterRole', name: 'view' },
      subjects: [
        { kind: 'Group', name: 'ocean' },
        { kind: 'ServiceAccount', name: 'default', namespace },
      ],
    });
    expect(body.roleRef.apiGroup).toBe('rbac.authorization.k8s.io');
    expect(body.subjects).toEqual([
      { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'ocean' },
      { kind: 'ServiceAccount', name: 'default', namespace },
    ]);
  });

  it('encodes the texts of Secrets', async () => {
    const { body } = await subject().admin.post(core('secrets'), {
      metadata: { name: 'encoded' },
      data: { kept: 'MA==', replaced: 'MA==' },
      stringData: { replaced: '1' },
    });
    expect(body.type).toBe('Opaque');
    expect(body.data).toEqual({ kept: 'MA==', replaced: 'MQ==' });
    expect(body.stringData).toBeUndefined();
  });

  it('gives Services an address', async () => {
    const { admin } = subject();
    const { body } = await admin.post(core('services'), {
      metadata: { name: 'service' },
      spec: { selector: { app: 'x' }, ports: [{ port: 80 }] },
    });
    expect(body.spec).toMatchObject({
      type: 'ClusterIP',
      ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }],
      clusterIP: expect.stringMatching(/^10\.96\./),
    });
    const headless = await admin.post(core('services'), {
      metadata: { name: 'headless' },
      spec: {
        clusterIP: 'None',
        selector: { app: 'x' },
        ports: [{ port: 80 }],
      },
    });
    expect(headless.body.spec.clusterIP).toBe('None');
    const moved = await admin.merge(`${core('services')}/service`, {
      spec: { clusterIP: '10.96.1.1' },
    });
    expect(moved.code).toBe(422);
  });

  it('counts generations by the specification', async () => {
    const { admin } = subject();
    const path = grouped('apps/v1', 'deployments');
    const labels = { app: 'generations' };
    const { body } = await admin.post(path, {
      metadata: { name: 'generations' },
      spec: {
        replicas: 0,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'main', image: 'busybox' }] },
        },
      },
    });
    expect(body.metadata.generation).toBe(1);
    const labelled = await admin.merge(`${path}/generations`, {
      metadata: { labels: { a: 'b' } },
    });
    expect(labelled.body.metadata.generation).toBe(1);
    const paused = await admin.merge(`${path}/generations`, {
      spec: { paused: true },
    });
    expect(paused.body.metadata.generation).toBe(2);
  });

  it('leaves out what is null or empty', async () => {
    const { body } = await subject().admin.post(core('configmaps'), {
      metadata: { name: 'tidy', labels: {}, annotations: null },
      data: {},
    });
    expect(body.metadata.labels).toBeUndefined();
    expect(body.metadata.annotations).toBeUndefined();
    expect(body.data).toBeUndefined();
  });
};
