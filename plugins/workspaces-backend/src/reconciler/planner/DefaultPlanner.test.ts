import { fakeChange, FakeStep } from '../../__testUtils__/FakeStep';
import { newWorkspace } from '../../__testUtils__/newWorkspace';
import { ReconcilerBench } from '../../__testUtils__/ReconcilerBench';

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', name: 'alpha-x' };

describe('DefaultPlanner', () => {
  let bench: ReconcilerBench;
  let first: FakeStep;
  let second: FakeStep;

  beforeEach(async () => {
    first = new FakeStep('first');
    second = new FakeStep('second', { dependsOn: ['first'] });
    bench = await ReconcilerBench.create({ steps: [second, first] });
  });

  afterEach(() => bench.close());

  it('plans a creation in the order of steps, and writes nothing', async () => {
    first.changes = [
      fakeChange('first', 'a', {
        desired: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'a' },
        },
      }),
    ];
    second.changes = [fakeChange('second', 'b')];
    const plan = await bench.planner.planCreation(newWorkspace('alpha'));
    expect(plan).toEqual({
      kind: 'create',
      workspaceId: 'alpha',
      cluster: 'local',
      changes: [fakeChange('first', 'a'), fakeChange('second', 'b')],
      problems: [],
      leftBehind: [],
    });
    expect(first.calls).toEqual(['plan alpha']);
    await expect(bench.store.findById('alpha')).resolves.toBeUndefined();
  });

  it('leaves out what lacks nothing but our record', async () => {
    const workspace = await bench.request();
    const update = { action: 'update' } as const;
    const fields = [{ path: 'metadata.labels.a', after: 'b' }];
    first.changes = [
      fakeChange('first', 'as-wanted', update),
      fakeChange('first', 'other', { ...update, fields }),
    ];
    const plan = await bench.planner.planRepair(workspace);
    expect(plan.changes).toEqual([
      fakeChange('first', 'other', { ...update, fields }),
    ]);
  });

  it('plans nothing that depends on a step with problems', async () => {
    const workspace = await bench.request();
    first.problems = [{ reason: 'NamespaceConflict', message: 'Not ours.' }];
    first.changes = [fakeChange('first', 'a')];
    second.changes = [fakeChange('second', 'b')];
    const plan = await bench.planner.planRepair(workspace);
    expect(plan).toMatchObject({ kind: 'repair', revision: 1, changes: [] });
    expect(plan.problems).toMatchObject([
      { reason: 'NamespaceConflict', step: 'first', hint: expect.any(String) },
    ]);
    expect(second.calls).toEqual([]);
  });

  it('plans a change with the fields as they would be', async () => {
    const workspace = await bench.request();
    const seen: string[] = [];
    first.onPlan = async ({ workspace: { quotaProfile, displayName } }) => {
      seen.push(`${displayName}: ${quotaProfile}`);
    };
    await bench.planner.planChange(workspace, { quotaProfile: 'large' });
    expect(seen).toEqual(['Workspace alpha: large']);
  });

  it('plans other members, with the steps that passes run', async () => {
    const workspace = await bench.request();
    const seen: string[] = [];
    first.onPlan = async ({ members, workspace: { uid } }) => {
      seen.push(uid, ...members.map(({ subject }) => subject));
    };
    first.changes = [fakeChange('first', 'a')];
    const plan = await bench.planner.planMembers(workspace, [
      { subject: 'user:default/vic', role: 'user' },
    ]);
    expect(plan).toMatchObject({
      kind: 'change',
      changes: [{ step: 'first' }],
    });
    expect(seen).toContain(workspace.uid);
    expect(seen).toContain('user:default/vic');
    expect(seen).not.toContain('user:default/mia');
    expect(await bench.store.findByUid(workspace.uid)).toMatchObject({
      revision: 1,
      members: workspace.members,
    });
  });

  it('plans another owner, whose own row goes', async () => {
    const requested = await bench.request();
    const workspace = {
      ...requested,
      members: [
        ...requested.members,
        {
          subject: 'group:default/new',
          role: 'viewer' as const,
          source: 'added' as const,
          addedBy: undefined,
          addedAt: undefined,
        },
      ],
    };
    const seen: string[] = [];
    first.onPlan = async ({ members, workspace: { owner } }) => {
      seen.push(
        String(owner),
        ...members.map(({ subject, role }) => `${subject} ${role}`),
      );
    };
    await bench.planner.planTransfer(workspace, 'group:default/new');
    expect(seen[0]).toBe('group:default/new');
    expect(seen).not.toContain('group:default/new viewer');
    expect(seen).not.toContain(`${requested.owner} user`);
  });

  it('tells problems of the cluster instead of failing', async () => {
    const workspace = await bench.request();
    first.onPlan = async () => {
      throw new Error('oops');
    };
    const plan = await bench.planner.planRepair(workspace);
    expect(plan.problems).toMatchObject([
      { reason: 'InternalError', step: 'first', raw: 'oops' },
    ]);
  });

  it('plans a deletion with what stays', async () => {
    const workspace = await bench.request();
    first.leftBehind = ['The namespace x stays.'];
    await expect(bench.planner.planDeletion(workspace)).resolves.toMatchObject({
      kind: 'delete',
      leftBehind: ['The namespace x stays.'],
    });
    expect(first.calls).toEqual([]);
  });

  describe('of an adoption', () => {
    /** A step that finds a namespace in conflict unless there is a record of it. */
    async function planWith(reason: string, label?: string) {
      bench.cluster.objects.push({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: 'alpha-x',
          uid: 'n1',
          labels: label ? { 'team-workspaces.dev/workspace': label } : {},
        },
      });
      second.changes = [fakeChange('second', 'b')];
      first.onPlan = async ({ records }) => {
        first.problems = records.find(NAMESPACE)
          ? []
          : [
              {
                reason,
                message: 'Taken.',
                object: { ...NAMESPACE, uid: 'n1' },
              },
            ];
      };
      const workspace = await bench.request();
      return bench.planner.planAdoption(workspace);
    }

    it.each([
      'NamespaceConflict',
      'NamespaceRecreated',
      'NamespaceOwnedByOther',
    ])('takes a namespace over after %s, with what follows', async reason => {
      const plan = await planWith(reason, 'gone');
      expect(plan.problems).toEqual([]);
      expect(plan.changes).toMatchObject([
        { step: 'first', action: 'adopt', object: { ...NAMESPACE, uid: 'n1' } },
        { step: 'second', action: 'create' },
      ]);
    });

    it('leaves the namespace of another workspace that exists', async () => {
      await bench.store.create(newWorkspace('beta'), 9);
      const plan = await planWith('NamespaceOwnedByOther', 'beta');
      expect(plan.changes).toEqual([]);
      expect(plan.problems).toMatchObject([
        { reason: 'NamespaceOwnedByOther' },
      ]);
    });

    it('leaves a namespace that is going away', async () => {
      const plan = await planWith('NamespaceTerminating');
      expect(plan.changes).toEqual([]);
      expect(plan.problems).toMatchObject([{ reason: 'NamespaceTerminating' }]);
    });
  });
});
