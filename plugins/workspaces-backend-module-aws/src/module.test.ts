import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type {
  IamProvider,
  WorkspaceStep,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import {
  workspacesIamExtensionPoint,
  workspacesStepExtensionPoint,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { workspacesModuleAws } from './module';

async function start(workspaces: object) {
  const steps: WorkspaceStep[] = [];
  const providers: IamProvider[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        workspacesIamExtensionPoint,
        {
          setProvider: create => {
            providers.push(
              create({
                listWorkspaces: async () => [],
                cluster: async () => {
                  throw new Error('There is no cluster here');
                },
              }),
            );
          },
        },
      ],
      [
        workspacesStepExtensionPoint,
        {
          addStep: step => {
            steps.push(step);
          },
        },
      ],
    ],
    features: [
      workspacesModuleAws,
      mockServices.rootConfig.factory({ data: { workspaces } }),
    ],
  });
  await backend.stop();
  return { steps, providers };
}

describe('workspacesModuleAws', () => {
  it('adds nothing without configuration', async () => {
    expect(await start({})).toEqual({ steps: [], providers: [] });
  });

  it('adds the steps and the provider of the configured clusters', async () => {
    const { steps, providers } = await start({
      aws: {
        clusters: {
          local: {
            account: '123456789012',
            region: 'eu-west-1',
            oidcProvider: 'oidc.eks.eu-west-1.amazonaws.com/id/0123',
            bucket: 'team-data',
          },
        },
      },
    });
    expect(steps.map(({ id }) => id)).toEqual(['aws-role', 'pod-identity']);
    expect(providers[0].availableModes('local')).toEqual(['external', 'none']);
  });
});
