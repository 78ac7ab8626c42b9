import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import type { CallerResolver } from '../permissions/CallerResolver';
import { RequestError } from '../service/RequestError';
import type { WorkspacePresenter } from '../service/WorkspacePresenter';
import type { WorkspacesService } from '../service/WorkspacesService';
import { registerActions } from './registerActions';

const FAILED = storedWorkspace({
  phase: 'error',
  conditions: [
    {
      type: 'namespaces',
      title: 'Namespaces',
      status: 'False',
      reason: 'NamespaceConflict',
      message: 'The namespace alpha-notebooks exists already.',
      hint: 'Choose another id.',
      essential: true,
      dependsOn: [],
      lastTransitionTime: '2026-01-01T00:00:00.000Z',
    },
    {
      type: 'rbac',
      title: 'RBAC',
      status: 'Unknown',
      reason: 'Waiting',
      message: 'Waits for Namespaces.',
      essential: true,
      dependsOn: ['namespaces'],
      lastTransitionTime: '2026-01-01T00:00:00.000Z',
    },
  ],
});

describe('registerActions', () => {
  const credentials = mockCredentials.user('user:default/dana');

  const start = () => {
    const registry = actionsRegistryServiceMock();
    const callers: Pick<CallerResolver, 'resolve'> = {
      resolve: async given => ({
        credentials: given,
        userRef: 'user:default/dana',
        groups: [],
        refs: new Set(),
        isPortalAdmin: false,
      }),
    };
    const service: Pick<WorkspacesService, 'get' | 'list'> = {
      get: async id => {
        if (id !== FAILED.id) {
          throw new RequestError('WorkspaceNotFound', 'There is none.');
        }
        return FAILED;
      },
      list: jest.fn(async () => ({
        items: [FAILED],
        totalItems: 7,
        counts: { mine: 0, all: 0, attention: 0 },
      })),
    };
    const presented = { ...FAILED, shown: true };
    const presenter = {
      present: async () => presented,
      presentAll: async () => [presented],
    };
    registerActions({
      actionsRegistry: registry as ActionsRegistryService,
      callers: callers as CallerResolver,
      service: service as WorkspacesService,
      presenter: presenter as unknown as WorkspacePresenter,
    });
    const invoke = (name: string, input: { id?: string; scope?: string }) =>
      registry.invoke({ id: `test:${name}`, input, credentials });
    return { registry, service, invoke };
  };

  it('should register actions that only read', async () => {
    const { actions } = await start().registry.list();
    expect(actions.map(({ name }) => name)).toEqual([
      'list-workspaces',
      'get-workspace',
      'explain-workspace',
    ]);
    expect(
      actions.every(
        ({ attributes }) => attributes.readOnly && !attributes.destructive,
      ),
    ).toBe(true);
  });

  it('should list what the caller sees', async () => {
    const { invoke, service } = start();
    const { output } = await invoke('list-workspaces', { scope: 'attention' });
    expect(output).toEqual({
      totalItems: 7,
      workspaces: [
        {
          id: 'alpha',
          displayName: 'Alpha',
          owner: 'group:default/team-ds',
          cluster: 'local',
          phase: 'error',
        },
      ],
    });
    expect(service.list).toHaveBeenCalledWith(
      expect.objectContaining({ scope: 'attention', limit: 50 }),
      expect.objectContaining({ userRef: 'user:default/dana' }),
    );
  });

  it('should get a workspace as the API shows it', async () => {
    const { output } = await start().invoke('get-workspace', { id: 'alpha' });
    expect(output).toMatchObject({ workspace: { id: 'alpha', shown: true } });
  });

  it('should explain a failure with reason and remedy', async () => {
    const { output } = await start().invoke('explain-workspace', {
      id: 'alpha',
    });
    expect(output).toEqual({
      phase: 'error',
      problems: [
        {
          step: 'Namespaces',
          reason: 'NamespaceConflict',
          message: 'The namespace alpha-notebooks exists already.',
          remedy: 'Choose another id.',
        },
      ],
      waitingFor: ['RBAC'],
    });
  });

  it('should refuse what the service refuses', async () => {
    await expect(
      start().invoke('explain-workspace', { id: 'beta' }),
    ).rejects.toMatchObject({ name: expect.stringContaining('Error') });
  });
});
