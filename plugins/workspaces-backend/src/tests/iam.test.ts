import { ROLE_ARN_ANNOTATION } from '@team-workspaces/backstage-plugin-workspaces-common';
import { ClusterPortal } from '../__testUtils__/ClusterPortal';
import { newWorkspace } from '../__testUtils__/newWorkspace';
import type { Person } from '../__testUtils__/startPortal';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

const ROLE_ARN = 'arn:aws:iam::123456789012:role/drls-workspace-alpha';

describe('the AWS role of a workspace', () => {
  let stage: ClusterPortal;

  beforeEach(async () => {
    stage = await ClusterPortal.start();
    await stage.request('alpha');
    await stage.signIn('dana', 'lee');
  });

  afterEach(() => stage.stop());

  const roles = () =>
    new Set(
      stage
        .accountsOf('alpha')
        .map(({ metadata }) => metadata.annotations?.[ROLE_ARN_ANNOTATION]),
    );
  const iam = (person: Person) => {
    const client = stage.portal.as(person);
    return {
      get: () => client.get('/workspaces/alpha/iam'),
      set: (body: object) => client.put('/workspaces/alpha/iam', body),
      sync: () => client.post('/workspaces/alpha/iam/sync'),
      check: () => client.post('/workspaces/alpha/iam/checks'),
      prove: () => client.get('/workspaces/alpha/iam/proof'),
      explain: (body: object) =>
        client.post('/workspaces/alpha/iam/explain', body),
    };
  };

  it('should reach every ServiceAccount when it is set, and leave them when it is cleared', async () => {
    const set = await iam('ada').set({
      revision: 1,
      mode: 'external',
      roleArn: ROLE_ARN,
    });
    expect(set.status).toBe(202);
    expect(set.body).toMatchObject({
      revision: 2,
      iam: { mode: 'external', roleArn: ROLE_ARN },
    });
    await stage.settle();
    expect(stage.accountsOf('alpha')).toHaveLength(6);
    expect(roles()).toEqual(new Set([ROLE_ARN]));
    const report = await iam('dana').get();
    expect(report.body).toMatchObject({
      settings: { mode: 'external', roleArn: ROLE_ARN },
      availableModes: ['none', 'external'],
      roleName: 'drls-workspace-alpha',
      proof: { status: 'not-verified' },
    });
    const cleared = await iam('ada').set({ revision: 2, mode: 'none' });
    expect(cleared.body.iam).toEqual({ mode: 'none' });
    await stage.settle();
    expect(roles()).toEqual(new Set([undefined]));
    const activity = await stage.portal
      .as('dana')
      .get('/workspaces/alpha/activity');
    expect(
      activity.body.items.map(({ action }: { action: string }) => action),
    ).toEqual(expect.arrayContaining(['iam-set', 'iam-cleared']));
  });

  it('should refuse what breaks a rule', async () => {
    await stage.portal.store.create(
      newWorkspace('other', { cluster: 'dead' }),
      9,
    );
    const taken = 'arn:aws:iam::123456789012:role/other';
    const other = await stage.portal.as('ada').put('/workspaces/other/iam', {
      revision: 1,
      mode: 'external',
      roleArn: taken,
    });
    expect(other.status).toBe(202);
    const external = { revision: 1, mode: 'external', roleArn: ROLE_ARN };
    for (const [person, body, status, code] of [
      ['ada', { ...external, revision: 7 }, 409, 'RevisionConflict'],
      ['ada', { ...external, roleArn: taken }, 409, 'RoleArnTaken'],
      ['ada', { ...external, roleArn: `${ROLE_ARN}/*` }, 400, 'InvalidRoleArn'],
      ['ada', { revision: 1, mode: 'external' }, 400, 'ValidationFailed'],
      ['ada', { ...external, mode: 'none' }, 400, 'ValidationFailed'],
      ['ada', { ...external, more: 1 }, 400, 'ValidationFailed'],
      ['ada', { revision: 1, mode: 'managed' }, 400, 'IamModeUnavailable'],
      ['dana', external, 403, 'PermissionDenied'],
      ['vic', external, 404, 'WorkspaceNotFound'],
    ] as const) {
      const answer = await iam(person).set(body);
      expect([body, answer.status, answer.body.error.code]).toEqual([
        body,
        status,
        code,
      ]);
    }
    expect((await stage.portal.store.findById('alpha'))?.iam).toEqual({
      mode: 'none',
    });
    const ofDefault = await stage.portal
      .as('ada')
      .put('/workspaces/default/iam', external);
    expect(ofDefault.body.error.code).toBe('DefaultWorkspaceReadOnly');
  });

  it('should sync all, count what failed without ending there, and write nothing when all is well', async () => {
    const none = await iam('dana').sync();
    expect(none.body).toMatchObject({
      by: 'user:default/dana',
      total: 6,
      updated: 0,
      unchanged: 6,
      failed: 0,
      failures: [],
    });
    const names = stage.accountsOf('alpha').map(({ metadata }) => metadata);
    stage.cluster.faults.add({
      verbs: ['patch', 'create'],
      resource: 'serviceaccounts',
      namespace: 'alpha-notebooks',
      name: names[0].name,
      effect: { type: 'status', code: 403 },
    });
    await iam('ada').set({ revision: 1, mode: 'external', roleArn: ROLE_ARN });
    const failing = await iam('dana').sync();
    const { total, updated, unchanged, failed, failures } = failing.body;
    expect([total, updated + unchanged, failed]).toEqual([6, 5, 1]);
    expect(failures).toEqual([
      expect.objectContaining({
        reason: 'RbacInsufficient',
        object: expect.objectContaining({
          namespace: 'alpha-notebooks',
          name: names[0].name,
        }),
      }),
    ]);
    stage.cluster.faults.clear();
    const healed = await iam('dana').sync();
    expect(healed.body).toMatchObject({ total: 6, failed: 0 });
    expect(roles()).toEqual(new Set([ROLE_ARN]));
    await stage.settle();
    stage.cluster.resetWrites();
    const again = await iam('dana').sync();
    expect(again.body).toMatchObject({ updated: 0, unchanged: 6, failed: 0 });
    expect(stage.cluster.writes).toEqual([]);
    expect((await iam('dana').get()).body.lastSync).toEqual(again.body);
    expect((await iam('lee').sync()).status).toBe(403);
  });

  it('should say what it knows without AWS', async () => {
    const checks = await iam('lee').check();
    expect(
      checks.body.items.map(
        ({ id, status }: { id: string; status: string }) => [id, status],
      ),
    ).toEqual([
      ['role', 'failed'],
      ['service-account', 'ok'],
      ['annotation', 'failed'],
      ['aws', 'unknown'],
    ]);
    expect((await iam('lee').prove()).body.status).toBe('not-applicable');
    const explained = await iam('lee').explain({
      resource: 's3://bucket/alpha/file',
      action: 'read',
    });
    expect(explained.body).toMatchObject({
      decision: 'deny',
      request: { sub: expect.stringContaining(':alpha-notebooks:user-') },
    });
    const foreign = await iam('lee').explain({
      resource: 's3://bucket/alpha/file',
      action: 'read',
      namespace: 'kube-system',
    });
    expect([foreign.status, foreign.body.error.code]).toEqual([
      400,
      'ValidationFailed',
    ]);
    expect((await iam('vic').get()).status).toBe(404);
  });
});
