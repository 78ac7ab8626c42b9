import { mockServices } from '@backstage/backend-test-utils';
import { storedWorkspace } from '../__testUtils__/storedWorkspace';
import { WorkspaceFollower } from './WorkspaceFollower';

describe('WorkspaceFollower', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const start = () => {
    const versions = new Map([['uid-alpha', 1]]);
    const versionsOf = jest.fn(async () => versions);
    const logger = mockServices.logger.mock();
    const follower = new WorkspaceFollower({
      logger,
      store: { versionsOf, findByUid: async () => undefined },
    });
    const onChange = jest.fn();
    return { follower, versions, versionsOf, onChange, logger };
  };

  it('should tell changes made here at once, and once', async () => {
    const { follower, versions, onChange } = start();
    follower.follow(storedWorkspace({ version: 1 }), onChange);
    versions.set('uid-alpha', 2);
    follower.workspaceChanged(storedWorkspace({ version: 2 }));
    expect(onChange).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('should tell changes made by another backend within a second', async () => {
    const { follower, versions, onChange } = start();
    follower.follow(storedWorkspace({ version: 1 }), onChange);
    versions.set('uid-alpha', 2);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('should tell that a workspace is gone', async () => {
    const { follower, versions, onChange } = start();
    follower.follow(storedWorkspace(), onChange);
    versions.delete('uid-alpha');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(onChange).toHaveBeenCalled();
  });

  it('should tell nothing about others, nor after the end', async () => {
    const { follower, versions, onChange } = start();
    const end = follower.follow(storedWorkspace(), onChange);
    follower.workspaceChanged(storedWorkspace({ uid: 'other', version: 7 }));
    end();
    versions.set('uid-alpha', 2);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('should ask the database only while somebody follows', async () => {
    const { follower, versionsOf, onChange } = start();
    const end = follower.follow(storedWorkspace(), onChange);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(versionsOf).toHaveBeenCalledTimes(2);
    end();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(versionsOf.mock.calls.length).toBeLessThanOrEqual(3);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('should go on after the database was away', async () => {
    const { follower, versions, versionsOf, onChange, logger } = start();
    follower.follow(storedWorkspace(), onChange);
    versionsOf.mockRejectedValueOnce(new Error('away'));
    versions.set('uid-alpha', 2);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('should end for everybody when stopped', async () => {
    const { follower, onChange } = start();
    follower.follow(storedWorkspace(), onChange);
    follower.stop();
    expect(follower.stopped.aborted).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });
});
