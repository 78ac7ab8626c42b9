import { mockServices } from '@backstage/backend-test-utils';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { ListenerGroup } from './ListenerGroup';

describe('ListenerGroup', () => {
  it('should tell every listener, whatever one of them does', () => {
    const logger = mockServices.logger.mock();
    const group = new ListenerGroup({ logger });
    const failing = {
      workspaceChanged: jest.fn(() => {
        throw new Error('broken');
      }),
      phaseChanged: jest.fn(),
      workspaceGone: jest.fn(),
    };
    const working = {
      workspaceChanged: jest.fn(),
      phaseChanged: jest.fn(),
      workspaceGone: jest.fn(),
    };
    group.add(failing);
    group.add(working);
    const workspace = storedWorkspace();
    group.workspaceChanged(workspace);
    group.phaseChanged(workspace, 'error');
    group.workspaceGone(workspace);
    expect(working.workspaceChanged).toHaveBeenCalledWith(workspace);
    expect(working.phaseChanged).toHaveBeenCalledWith(workspace, 'error');
    expect(working.workspaceGone).toHaveBeenCalledWith(workspace);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('broken'));
  });
});
