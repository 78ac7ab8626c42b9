import { ROLE_ARN_ANNOTATION } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { WorkspacePerson } from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  findStageObstacle,
  STAGE_LIMIT_MS,
  useStage,
} from './__testUtils__/useStage';

jest.setTimeout(STAGE_LIMIT_MS);

const obstacle = findStageObstacle();
const describeWhereItRuns = obstacle ? describe.skip : describe;

const ACCOUNTS = '/api/v1/namespaces/people-notebooks/serviceaccounts';
const ROLE_ARN = 'arn:aws:iam::123456789012:role/people';
const OTHER_ARN = 'arn:aws:iam::123456789012:role/admin';

const person = (name: string): WorkspacePerson => ({
  ref: `user:default/${name}`,
  role: 'user',
  subject: `user:default/${name}`,
  serviceAccount: `user-${name}`,
});

describeWhereItRuns(
  `ServiceAccounts with the rights of docs/rbac.yaml ${obstacle ?? ''}`,
  () => {
    const stage = useStage();

    it('are made, get a role, lose one of others, and go', async () => {
      const { admin } = stage.current;
      const runner = stage.current.createRunner({
        workspace: { id: 'people' },
      });
      const changed = async () => {
        const { changes, problems } = await runner.provision();
        expect(problems).toEqual([]);
        expect((await runner.plan()).changes).toEqual([]);
        return changes.map(({ action, object }) => `${action} ${object.name}`);
      };
      const total = runner.workspace.namespaces.length;
      await runner.provision();

      runner.people = ['ann', 'bob', 'cat'].map(person);
      expect(await changed()).toHaveLength(3 * total);

      runner.workspace = {
        ...runner.workspace,
        iam: { mode: 'external', roleArn: ROLE_ARN },
      };
      expect(await changed()).toHaveLength(3 * total);

      runner.workspace = { ...runner.workspace, iam: { mode: 'none' } };
      expect(await changed()).toHaveLength(3 * total);

      await admin.merge(`${ACCOUNTS}/user-ann?fieldManager=kubectl-annotate`, {
        metadata: { annotations: { [ROLE_ARN_ANNOTATION]: OTHER_ARN } },
      });
      expect(await changed()).toEqual(['update user-ann']);

      runner.people = [person('bob')];
      expect((await changed()).sort()).toEqual([
        ...Array(total).fill('delete user-ann'),
        ...Array(total).fill('delete user-cat'),
      ]);
    });
  },
);
