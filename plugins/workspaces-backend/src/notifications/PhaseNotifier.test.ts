import { mockServices } from '@backstage/backend-test-utils';
import type { StoredWorkspace } from '../types';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { PhaseNotifier } from './PhaseNotifier';

type Phase = StoredWorkspace['phase'];

describe('PhaseNotifier', () => {
  const start = () => {
    const send = jest.fn(async () => undefined);
    const logger = mockServices.logger.mock();
    const notifier = new PhaseNotifier({ notifications: { send }, logger });
    return { notifier, send, logger };
  };

  it.each<[Phase | undefined, Phase, number, boolean]>([
    [undefined, 'pending', 1, false],
    ['pending', 'active', 1, true],
    ['pending', 'active', 2, false],
    ['degraded', 'active', 1, false],
    ['error', 'active', 1, true],
    ['pending', 'error', 1, true],
    ['active', 'error', 3, true],
    ['active', 'degraded', 1, false],
    ['error', 'error', 1, false],
    ['error', 'pending', 1, false],
    ['active', 'deleting', 1, false],
  ])(
    'should, from %s to %s at generation %s, notify: %s',
    (previous, phase, generation, notified) => {
      const { notifier, send } = start();
      notifier.phaseChanged(storedWorkspace({ phase, generation }), previous);
      expect(send).toHaveBeenCalledTimes(notified ? 1 : 0);
    },
  );

  it('should tell the owner Group the reason and the remedy, under one scope', () => {
    const { notifier, send } = start();
    const workspace = storedWorkspace({
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
      ],
    });
    notifier.phaseChanged(workspace, 'pending');
    expect(send).toHaveBeenCalledWith({
      recipients: { type: 'entity', entityRef: 'group:default/team-ds' },
      payload: {
        title: 'Alpha failed',
        description:
          'The namespace alpha-notebooks exists already. Choose another id.',
        severity: 'high',
        link: '/workspaces/alpha',
        topic: 'workspaces',
        scope: 'workspace:alpha:phase',
      },
    });
  });

  it('should notify nobody about a workspace without an owner', () => {
    const { notifier, send } = start();
    const workspace = storedWorkspace({ owner: undefined, phase: 'error' });
    notifier.phaseChanged(workspace, 'active');
    expect(send).not.toHaveBeenCalled();
  });

  it('should fail nothing when there are no notifications', async () => {
    const { notifier, send, logger } = start();
    send.mockRejectedValue(new Error('not installed'));
    notifier.phaseChanged(storedWorkspace({ phase: 'error' }), 'pending');
    await new Promise(process.nextTick);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('not installed'),
    );
  });
});
