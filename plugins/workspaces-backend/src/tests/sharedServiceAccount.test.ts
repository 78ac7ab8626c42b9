import { createBackendModule } from '@backstage/backend-plugin-api';
import type { ServiceAccount } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  workspacesIamExtensionPoint,
  type KubernetesObject,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { ClusterPortal } from '../__testUtils__/ClusterPortal';
import { ExternalRoleProvider } from '../iam/ExternalRoleProvider';
import { serviceAccountName } from '../people/serviceAccountName';

// A whole backend starts slowly on a busy machine.
jest.setTimeout(60_000);

/** A provider whose pods share a ServiceAccount, as those of EKS Pod Identity do. */
const moduleWithSharedServiceAccount = createBackendModule({
  pluginId: 'workspaces',
  moduleId: 'shared-service-account',
  register(env) {
    env.registerInit({
      deps: { iam: workspacesIamExtensionPoint },
      async init({ iam }) {
        iam.setProvider(context =>
          Object.assign(new ExternalRoleProvider(context), {
            sharedServiceAccount: () => 'workspace',
            credentialEndpoints: () => [
              { cidr: '169.254.170.23/32', port: 80 },
            ],
          }),
        );
      },
    });
  },
});

describe('a portal whose pods share a ServiceAccount', () => {
  let stage: ClusterPortal;

  beforeEach(async () => {
    stage = await ClusterPortal.start({
      features: [moduleWithSharedServiceAccount],
    });
    await stage.request('alpha');
  });

  afterEach(() => stage.stop());

  const read = async (path: string) =>
    (await stage.portal.as('dana').get(`/workspaces/alpha/${path}`)).body;

  it('should show it as shared and as nobody’s own', async () => {
    await stage.signIn('dana');
    const { items, problem } = (await read('service-accounts')) as {
      items: ServiceAccount[];
      problem?: object;
    };
    expect(problem).toBeUndefined();
    expect(
      items.filter(({ namespace }) => namespace === 'alpha-notebooks'),
    ).toEqual([
      {
        namespace: 'alpha-notebooks',
        name: serviceAccountName('user:default/dana'),
        ref: 'user:default/dana',
        state: 'ready',
      },
      {
        namespace: 'alpha-notebooks',
        name: 'workspace',
        shared: true,
        state: 'ready',
      },
    ]);
    expect(JSON.stringify(await read('members'))).not.toContain('"workspace"');
  });

  it('should answer about sessions under it, and under no other that is nobody’s', async () => {
    const explain = (serviceAccount: string) =>
      stage.portal.as('dana').post('/workspaces/alpha/iam/explain', {
        resource: 's3://bucket/alpha/file',
        action: 'read',
        serviceAccount,
      });
    expect((await explain('workspace')).body.request.sub).toBe(
      'system:serviceaccount:alpha-notebooks:workspace',
    );
    expect((await explain('default')).status).toBe(400);
  });

  it('should let pods reach where credentials are, and nothing else of the node', async () => {
    const policies = (stage.cluster.objects() as KubernetesObject[]).filter(
      ({ kind, metadata }) =>
        kind === 'NetworkPolicy' && metadata.namespace?.startsWith('alpha-'),
    );
    expect(policies.length).toBeGreaterThan(0);
    for (const policy of policies) {
      const rules = JSON.stringify(policy.spec);
      expect(rules).toContain('"cidr":"169.254.170.23/32"');
      expect(rules).not.toContain('169.254.169.254');
    }
  });
});
