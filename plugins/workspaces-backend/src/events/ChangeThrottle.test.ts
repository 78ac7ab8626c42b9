import { mockServices } from '@backstage/backend-test-utils';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { ChangeThrottle } from './ChangeThrottle';

describe('ChangeThrottle', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const start = () => {
    const logger = mockServices.logger.mock();
    const announced: string[] = [];
    const announce = jest.fn(async ({ message }) => {
      announced.push(`${message.id} ${message.phase}`);
    });
    const throttle = new ChangeThrottle({
      announce,
      intervalMs: 1_000,
      logger,
    });
    return { throttle, announced, announce, logger };
  };

  it('should announce the first change at once and the last of an interval', () => {
    const { throttle, announced } = start();
    throttle.workspaceChanged(storedWorkspace({ phase: 'pending' }));
    expect(announced).toEqual(['alpha pending']);
    throttle.workspaceChanged(storedWorkspace({ phase: 'pending' }));
    throttle.phaseChanged(storedWorkspace({ phase: 'active' }));
    throttle.workspaceChanged(storedWorkspace({ uid: 'other', id: 'beta' }));
    expect(announced).toHaveLength(1);
    jest.advanceTimersByTime(1_000);
    expect(announced.slice(1)).toEqual(['alpha active', 'beta pending']);
  });

  it('should be at rest after an interval without changes', () => {
    const { throttle, announced } = start();
    throttle.workspaceChanged(storedWorkspace());
    jest.advanceTimersByTime(1_000);
    expect(jest.getTimerCount()).toBe(0);
    throttle.workspaceGone(storedWorkspace());
    expect(announced).toEqual(['alpha pending', 'alpha gone']);
  });

  it('should drop what waits when stopped', () => {
    const { throttle, announced } = start();
    throttle.workspaceChanged(storedWorkspace());
    throttle.workspaceChanged(storedWorkspace());
    throttle.stop();
    jest.advanceTimersByTime(5_000);
    expect(announced).toHaveLength(1);
  });

  it('should survive announcements that fail', async () => {
    const { throttle, announce, logger } = start();
    announce.mockRejectedValueOnce(new Error('nobody there'));
    throttle.workspaceChanged(storedWorkspace());
    await jest.advanceTimersByTimeAsync(0);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('nobody there'),
    );
  });
});
