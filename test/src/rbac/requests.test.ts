import { impersonate } from './__testUtils__/impersonate';
import {
  ADMIN,
  OWNER,
  PEOPLE,
  STRANGER,
  VIEWER,
  type Person,
} from './__testUtils__/people';
import {
  findStageObstacle,
  STAGE_LIMIT_MS,
  useStage,
} from './__testUtils__/useStage';
import { restrictedPod } from './__testUtils__/workloads';

jest.setTimeout(STAGE_LIMIT_MS);

const obstacle = findStageObstacle();
const describeWhereItRuns = obstacle ? describe.skip : describe;

const OWN = '/api/v1/namespaces/team-a-drls-clusters';
const OTHER = '/api/v1/namespaces/team-b-drls-clusters';
const RBAC = '/apis/rbac.authorization.k8s.io/v1/namespaces';
const NETWORK = '/apis/networking.k8s.io/v1/namespaces';

type Request = readonly [
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
];

const configMap = (name: string) => ({ metadata: { name }, data: { a: '1' } });

/** What nobody may do, whatever their role. */
const FORBIDDEN: Readonly<Record<string, Request>> = {
  'list secrets': ['GET', `${OWN}/secrets`],
  'read a secret': ['GET', `${OWN}/secrets/any`],
  'make a secret': ['POST', `${OWN}/secrets`, { metadata: { name: 'x' } }],
  'make a ServiceAccount': [
    'POST',
    `${OWN}/serviceaccounts`,
    { metadata: { name: 'user-evil' } },
  ],
  'get a token of a ServiceAccount': [
    'POST',
    `${OWN}/serviceaccounts/default/token`,
    { spec: { audiences: ['sts.amazonaws.com'] } },
  ],
  'change a ServiceAccount': [
    'PATCH',
    `${OWN}/serviceaccounts/default`,
    { metadata: { annotations: { 'eks.amazonaws.com/role-arn': 'x' } } },
  ],
  'open the network policy': [
    'PATCH',
    `${NETWORK}/team-a-drls-clusters/networkpolicies/workspace`,
    { spec: { egress: [{}] } },
  ],
  'add a network policy': [
    'POST',
    `${NETWORK}/team-a-drls-clusters/networkpolicies`,
    { metadata: { name: 'open' }, spec: { podSelector: {}, egress: [{}] } },
  ],
  'delete the network policy': [
    'DELETE',
    `${NETWORK}/team-a-drls-clusters/networkpolicies/workspace`,
  ],
  'raise the quota': [
    'PATCH',
    `${OWN}/resourcequotas/workspace`,
    { spec: { hard: { pods: '999' } } },
  ],
  'delete the limits': ['DELETE', `${OWN}/limitranges/workspace`],
  'widen a role': [
    'PATCH',
    `${RBAC}/team-a-drls-clusters/roles/workspace-viewer`,
    { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] },
  ],
  'bind a role': [
    'POST',
    `${RBAC}/team-a-drls-clusters/rolebindings`,
    {
      metadata: { name: 'mine' },
      roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'User', name: 'dana' }],
    },
  ],
  'relax Pod Security': [
    'PATCH',
    OWN,
    {
      metadata: {
        labels: { 'pod-security.kubernetes.io/enforce': 'privileged' },
      },
    },
  ],
  'delete the namespace': ['DELETE', OWN],
  'list namespaces': ['GET', '/api/v1/namespaces'],
  'list nodes': ['GET', '/api/v1/nodes'],
  'list pods of all namespaces': ['GET', '/api/v1/pods'],
  'list pods of another workspace': ['GET', `${OTHER}/pods`],
  'write into another workspace': [
    'POST',
    `${OTHER}/configmaps`,
    configMap('x'),
  ],
  'write into a namespace of the platform': [
    'POST',
    '/api/v1/namespaces/kube-system/configmaps',
    configMap('x'),
  ],
};

describeWhereItRuns(`real requests ${obstacle ?? ''}`, () => {
  const stage = useStage();

  const send = async (person: Person, [method, path, body]: Request) => {
    const answer = await stage.current.as(person).request(method, path, {
      body,
      ...(method === 'PATCH' && {
        contentType: 'application/merge-patch+json',
      }),
    });
    return answer.code;
  };

  describe.each(PEOPLE.filter(person => person !== STRANGER))(
    '$title',
    person => {
      it.each(Object.entries(FORBIDDEN))(
        'may not %s',
        async (_name, request) => {
          expect(await send(person, request)).toBe(403);
        },
      );

      it('may read the workloads of their workspace', async () => {
        expect(await send(person, ['GET', `${OWN}/pods`])).toBe(200);
        expect(await send(person, ['GET', `${OWN}/resourcequotas`])).toBe(200);
        expect(
          await send(person, [
            'GET',
            '/apis/apps/v1/namespaces/team-a-notebooks/deployments',
          ]),
        ).toBe(200);
      });
    },
  );

  it.each([OWNER, ADMIN])('$title may run workloads', async person => {
    const name = `run-${person.name}`;
    const pods = `${OWN}/pods`;
    expect(
      await send(person, ['POST', `${OWN}/configmaps`, configMap(name)]),
    ).toBe(201);
    expect(await send(person, ['POST', pods, restrictedPod(name)])).toBe(201);
    // Without a kubelet, only the absence of the pod can tell that the request was allowed.
    for (const command of ['exec?command=id&stdout=true', 'log']) {
      expect(await send(person, ['GET', `${pods}/absent/${command}`])).toBe(
        404,
      );
    }
    expect(await send(person, ['DELETE', `${pods}/${name}`])).toBe(200);
  });

  it('a viewer may not run anything', async () => {
    expect(
      await send(VIEWER, ['POST', `${OWN}/configmaps`, configMap('viewer')]),
    ).toBe(403);
    expect(
      await send(VIEWER, ['POST', `${OWN}/pods`, restrictedPod('viewer')]),
    ).toBe(403);
    expect(await send(VIEWER, ['GET', `${OWN}/pods/any/exec?command=id`])).toBe(
      403,
    );
  });

  it('only an admin may delete many at once, and see who has rights', async () => {
    const jobs = '/apis/batch/v1/namespaces/team-a-drls-clusters/jobs';
    const bindings = `${RBAC}/team-a-drls-clusters/rolebindings`;
    expect(await send(ADMIN, ['DELETE', jobs])).toBe(200);
    expect(await send(ADMIN, ['GET', bindings])).toBe(200);
    for (const person of [OWNER, VIEWER]) {
      expect(await send(person, ['DELETE', jobs])).toBe(403);
      expect(await send(person, ['GET', bindings])).toBe(403);
    }
  });

  it('nobody gets a privileged pod past Pod Security, nor a load balancer past the quota', async () => {
    const privileged = restrictedPod('privileged', { hostNetwork: true });
    const balancer = {
      metadata: { name: 'balancer' },
      spec: { type: 'LoadBalancer', ports: [{ port: 80 }] },
    };
    for (const person of [OWNER, ADMIN]) {
      const pods = await stage.current
        .as(person)
        .post(`${OWN}/pods`, privileged);
      expect(pods.code).toBe(403);
      expect(String(pods.body.message)).toContain('violates PodSecurity');
      const services = await stage.current
        .as(person)
        .post(`${OWN}/services`, balancer);
      expect(services.code).toBe(403);
      expect(String(services.body.message)).toContain('exceeded quota');
    }
  });

  it('a stranger may do nothing there, and use their own', async () => {
    const requests: Request[] = [
      ['GET', `${OWN}/pods`],
      ['GET', `${OWN}/configmaps`],
      ['POST', `${OWN}/configmaps`, configMap('stranger')],
      ['POST', `${OWN}/pods`, restrictedPod('stranger')],
      ['GET', OWN],
    ];
    for (const request of requests) {
      expect(await send(STRANGER, request)).toBe(403);
    }
    expect(await send(STRANGER, ['GET', `${OTHER}/pods`])).toBe(200);
  });

  it.each(PEOPLE)('$title may act as nobody else', async person => {
    const { controlPlane } = stage.current;
    const credentials = await controlPlane.addUser(person);
    const attempts: Record<string, string>[] = [
      { 'impersonate-user': 'ann' },
      { 'impersonate-user': 'dana', 'impersonate-group': 'system:masters' },
      { 'impersonate-user': 'system:serviceaccount:kube-system:default' },
    ];
    for (const headers of attempts) {
      expect(await impersonate(controlPlane, credentials, headers)).toBe(403);
    }
  });
});
