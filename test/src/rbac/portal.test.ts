import {
  findStageObstacle,
  STAGE_LIMIT_MS,
  useStage,
} from './__testUtils__/useStage';
import { restrictedPod } from './__testUtils__/workloads';

jest.setTimeout(STAGE_LIMIT_MS);

const obstacle = findStageObstacle();
const describeWhereItRuns = obstacle ? describe.skip : describe;

const OWN = '/api/v1/namespaces/team-a-notebooks';
const RBAC = '/apis/rbac.authorization.k8s.io/v1';

type Request = readonly [
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
];

describeWhereItRuns(
  `a portal with the rights of docs/rbac.yaml ${obstacle ?? ''}`,
  () => {
    const stage = useStage();

    it('finds nothing to do in what it made', async () => {
      const { own } = stage.current.runners;
      expect(await own.provision()).toEqual({ changes: [], problems: [] });
      expect(own.writes).toBe(0);
    });

    it('shows what somebody else changed, and puts it right', async () => {
      const { own } = stage.current.runners;
      const { admin } = stage.current;
      const policy =
        '/apis/networking.k8s.io/v1/namespaces/team-a-notebooks/networkpolicies/workspace';
      await admin.merge(`${policy}?fieldManager=kubectl-edit`, {
        spec: { egress: [{}] },
      });
      await admin.merge(`${OWN}/resourcequotas/workspace`, {
        spec: { hard: { pods: '999' } },
      });
      await admin.delete(`${OWN}/limitranges/workspace`);
      const { changes } = await own.provision();
      expect(
        changes.map(({ action, object }) => `${action} ${object.kind}`).sort(),
      ).toEqual([
        'create LimitRange',
        'update NetworkPolicy',
        'update ResourceQuota',
      ]);
      expect(
        changes.find(({ object }) => object.kind === 'NetworkPolicy')?.fields,
      ).toEqual([
        expect.objectContaining({
          path: 'spec.egress',
          before: [{}],
          manager: 'kubectl-edit',
          managedAt: expect.any(String),
        }),
      ]);
      expect((await own.plan()).changes).toEqual([]);
    });

    it('takes rules away that somebody adds to a policy without any', async () => {
      const closed = stage.current.createRunner({
        workspace: { id: 'closed' },
        config: { network: { profiles: { notebooks: {} } } },
      });
      await closed.provision();
      expect((await closed.plan()).changes).toEqual([]);
      await stage.current.admin.merge(
        '/apis/networking.k8s.io/v1/namespaces/closed-notebooks/networkpolicies/workspace',
        { spec: { ingress: [{}] } },
      );
      const { changes } = await closed.provision();
      expect(changes.map(({ fields }) => fields[0].path)).toEqual([
        'spec.ingress',
      ]);
      expect((await closed.plan()).changes).toEqual([]);
    });

    it('follows the members, and takes rights away', async () => {
      const { other } = stage.current.runners;
      const before = other.members;
      other.members = [{ subject: 'group:default/team-b', role: 'viewer' }];
      await other.provision();
      expect((await other.plan()).changes).toEqual([]);
      other.members = before;
      await other.provision();
      expect((await other.plan()).changes).toEqual([]);
    });

    it.each<[string, Request]>([
      ['read secrets', ['GET', '/api/v1/secrets']],
      ['read secrets of a workspace', ['GET', `${OWN}/secrets`]],
      ['read pods', ['GET', '/api/v1/pods']],
      ['run pods', ['POST', `${OWN}/pods`, restrictedPod('portal')]],
      ['list nodes', ['GET', '/api/v1/nodes']],
      [
        'get a token of a ServiceAccount',
        [
          'POST',
          '/api/v1/namespaces/kube-system/serviceaccounts/default/token',
          {},
        ],
      ],
      [
        'bind a role that is not one of workspaces',
        [
          'POST',
          `${RBAC}/namespaces/team-a-notebooks/rolebindings`,
          {
            metadata: { name: 'evil' },
            roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
            subjects: [{ kind: 'User', name: 'portal' }],
          },
        ],
      ],
      [
        'make a role of another name that has more rights than it holds',
        [
          'POST',
          `${RBAC}/namespaces/team-a-notebooks/roles`,
          {
            metadata: { name: 'evil' },
            rules: [
              { apiGroups: [''], resources: ['secrets'], verbs: ['get'] },
            ],
          },
        ],
      ],
      [
        'make a cluster role',
        [
          'POST',
          `${RBAC}/clusterroles`,
          { metadata: { name: 'evil' }, rules: [] },
        ],
      ],
      [
        'give itself more rights',
        [
          'PATCH',
          `${RBAC}/clusterroles/backstage-workspaces`,
          { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] },
        ],
      ],
    ])('may not %s', async (_name, [method, path, body]) => {
      const { code } = await stage.current.portal.request(method, path, {
        body,
        ...(method === 'PATCH' && {
          contentType: 'application/merge-patch+json',
        }),
      });
      expect(code).toBe(403);
    });
  },
);
