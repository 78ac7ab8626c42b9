import { mockServices } from '@backstage/backend-test-utils';
import { untilTrue } from '../__testUtils__/untilTrue';
import type { PendingSignIn } from '../types';
import { SignInQueue } from './SignInQueue';

const DANA: PendingSignIn = { ref: 'user:default/dana', mark: 1 };

describe('SignInQueue', () => {
  const start = () => {
    const pending: PendingSignIn[] = [];
    const handle = jest.fn(async (signIns: readonly PendingSignIn[]) => {
      pending.splice(0, signIns.length);
      return signIns.length;
    });
    const kick = jest.fn();
    const logger = mockServices.logger.mock();
    const queue = new SignInQueue({
      people: { listPending: async limit => pending.slice(0, limit) },
      handler: { handle },
      kick,
      logger,
      pollIntervalMs: 3_600_000,
      random: () => 0,
    });
    return { queue, pending, handle, kick, logger };
  };

  it('should handle what was left behind, and what comes when it is told', async () => {
    const { queue, pending, handle, kick } = start();
    pending.push(DANA);
    queue.start();
    await untilTrue('the first', () => kick.mock.calls.length === 1);
    pending.push({ ...DANA, mark: 2 });
    queue.kick();
    await untilTrue('the second', () => kick.mock.calls.length === 2);
    expect(handle.mock.calls.map(([signIns]) => signIns)).toEqual([
      [DANA],
      [{ ...DANA, mark: 2 }],
    ]);
    await queue.stop();
  });

  it('should not have workspaces looked at when none became due', async () => {
    const { queue, pending, handle, kick } = start();
    handle.mockImplementation(async () => {
      pending.pop();
      return 0;
    });
    pending.push(DANA);
    queue.start();
    await untilTrue('the sign-in', () => pending.length === 0);
    await queue.stop();
    expect(kick).not.toHaveBeenCalled();
  });

  it('should try again by itself when something does not answer', async () => {
    const { queue, pending, handle, logger } = start();
    handle.mockRejectedValueOnce(new Error('away'));
    pending.push(DANA);
    queue.start();
    await untilTrue('the next attempt', () => pending.length === 0);
    expect(handle).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await queue.stop();
  });

  it('should handle those together who sign in together', async () => {
    const { queue, pending, handle } = start();
    pending.push(DANA);
    queue.start();
    await untilTrue('the first', () => pending.length === 0);
    for (let mark = 2; mark < 6; mark += 1) {
      pending.push({ ...DANA, mark });
      queue.kick();
      await new Promise(resolve => setImmediate(resolve));
    }
    await untilTrue('the others', () => pending.length === 0);
    expect(handle.mock.calls.map(([signIns]) => signIns.length)).toEqual([
      1, 4,
    ]);
    await queue.stop();
  });

  it('should not wait for the end of sign-ins that never end', async () => {
    const { queue, pending, handle } = start();
    queue.start();
    const reports = setInterval(() => {
      pending.push(DANA);
      queue.kick();
    }, 5);
    await untilTrue('the first', () => handle.mock.calls.length > 0);
    clearInterval(reports);
    await queue.stop();
    expect(handle).toHaveBeenCalled();
  });

  it('should take many in batches', async () => {
    const { queue, pending, handle } = start();
    for (let index = 0; index < 1_200; index += 1) {
      pending.push({ ref: `user:default/u${index}`, mark: 1 });
    }
    queue.start();
    await untilTrue('all of them', () => pending.length === 0);
    expect(handle.mock.calls.map(([signIns]) => signIns.length)).toEqual([
      500, 500, 200,
    ]);
    await queue.stop();
  });
});
