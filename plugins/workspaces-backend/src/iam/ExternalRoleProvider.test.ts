import {
  ROLE_ARN_ANNOTATION,
  type IamSettings,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  ClusterError,
  type ClusterClient,
  type KubernetesObject,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { SERVICE_ACCOUNT } from '../objects/kinds';
import { ExternalRoleProvider } from './ExternalRoleProvider';

const ROLE_ARN = 'arn:aws:iam::123456789012:role/team/alpha';
const TAKEN = 'arn:aws:iam::123456789012:role/beta';
const EXTERNAL: IamSettings = { mode: 'external', roleArn: ROLE_ARN };
const IDENTITY = { namespace: 'alpha-notebooks', serviceAccount: 'user-dana' };

const ALPHA = storedWorkspace();
const WITH_ROLE = storedWorkspace({ iam: EXTERNAL });
const BETA = storedWorkspace({
  uid: 'uid-beta',
  id: 'beta',
  iam: { mode: 'external', roleArn: TAKEN },
});

/** The ServiceAccount as the cluster has it. */
const account = (roleArn?: string): KubernetesObject => ({
  ...SERVICE_ACCOUNT,
  metadata: {
    name: IDENTITY.serviceAccount,
    namespace: IDENTITY.namespace,
    annotations: Object.fromEntries(
      roleArn ? [[ROLE_ARN_ANNOTATION, roleArn]] : [],
    ),
  },
});

const createProvider = (
  get: () => Promise<KubernetesObject | undefined> = async () => undefined,
) =>
  new ExternalRoleProvider({
    listWorkspaces: async () => [WITH_ROLE, BETA],
    cluster: async () => ({ get } as unknown as ClusterClient),
  });

describe('ExternalRoleProvider', () => {
  it.each<IamSettings>([EXTERNAL, { mode: 'none' }])(
    'should take %j, also again',
    async wanted => {
      expect(await createProvider().resolve(WITH_ROLE, wanted)).toEqual({
        settings: wanted,
      });
    },
  );

  it.each<[string, IamSettings]>([
    ['InvalidRoleArn', { mode: 'external', roleArn: `${ROLE_ARN}*` }],
    ['InvalidRoleArn', { mode: 'external' }],
    ['RoleArnTaken', { mode: 'external', roleArn: TAKEN }],
    ['IamModeUnavailable', { mode: 'managed' }],
  ])('should refuse with %s what is %j', async (reason, wanted) => {
    const { problem } = await createProvider().resolve(ALPHA, wanted);
    expect(problem?.reason).toBe(reason);
  });

  it('should annotate with the role, and with nothing without one', () => {
    const provider = createProvider();
    expect(provider.serviceAccountAnnotations(WITH_ROLE)).toEqual({
      [ROLE_ARN_ANNOTATION]: ROLE_ARN,
    });
    expect(provider.serviceAccountAnnotations(ALPHA)).toEqual({});
  });

  it('should say of a role that it is not verified', async () => {
    const provider = createProvider();
    expect(await provider.report(WITH_ROLE)).toMatchObject({
      roleName: 'alpha',
      proof: { status: 'not-verified' },
    });
    const explained = await provider.explain(
      WITH_ROLE,
      { resource: 's3://bucket/alpha/', action: 'list' },
      IDENTITY,
    );
    expect(explained.decision).toBe('unknown');
    expect(await provider.health()).toEqual([]);
  });

  const statesOf = async (
    provider: ExternalRoleProvider,
    workspace = WITH_ROLE,
    identity: typeof IDENTITY | undefined = IDENTITY,
  ) => (await provider.check(workspace, identity)).map(({ status }) => status);

  it('should look for reasons in the cluster', async () => {
    const unreachable = new ClusterError({
      reason: 'ClusterUnreachable',
      message: 'No answer.',
    });
    const checks = {
      fine: await statesOf(createProvider(async () => account(ROLE_ARN))),
      otherRole: await statesOf(createProvider(async () => account(TAKEN))),
      notAnnotated: await statesOf(createProvider(async () => account())),
      missing: await statesOf(createProvider()),
      dead: await statesOf(createProvider(() => Promise.reject(unreachable))),
      noRole: await statesOf(
        createProvider(async () => account(TAKEN)),
        ALPHA,
      ),
    };
    expect(checks).toEqual({
      fine: ['ok', 'ok', 'ok', 'unknown'],
      otherRole: ['ok', 'ok', 'failed', 'unknown'],
      notAnnotated: ['ok', 'ok', 'failed', 'unknown'],
      missing: ['ok', 'failed', 'unknown', 'unknown'],
      dead: ['ok', 'unknown', 'unknown', 'unknown'],
      noRole: ['failed', 'ok', 'failed', 'unknown'],
    });
  });

  it('should tell those who are no members that they have no ServiceAccount', async () => {
    const checks = await createProvider().check(WITH_ROLE);
    expect(checks[1]).toMatchObject({ status: 'unknown' });
  });
});
