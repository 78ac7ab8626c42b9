import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import { LeasedRecords } from './LeasedRecords';
import { LeaseKeeper } from './LeaseKeeper';

const lease = { workspaceUid: 'u', token: 't' };

function record(name: string, uid = name): ObjectRecord {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: 'alpha-x',
    name,
    uid,
    step: 's',
    adopted: false,
  };
}

describe('LeasedRecords', () => {
  let keeper: LeaseKeeper;
  let records: LeasedRecords;
  const putRecords = jest.fn();
  const removeRecords = jest.fn();

  beforeEach(() => {
    jest.resetAllMocks();
    putRecords.mockResolvedValue(true);
    removeRecords.mockResolvedValue(true);
    keeper = new LeaseKeeper({
      store: { renewLease: async () => true },
      lease,
      leaseMs: 60_000,
      claimedAt: performance.now(),
      now: () => performance.now(),
    });
    records = new LeasedRecords({
      store: { putRecords, removeRecords },
      keeper,
      records: [record('a')],
      creationToken: 'c',
    });
  });

  afterEach(() => keeper.close());

  it('finds what was there, was put, and was not removed', async () => {
    await records.put([record('b'), record('a', 'other')]);
    expect(records.find(record('a'))?.uid).toBe('other');
    expect(records.list()).toHaveLength(2);
    await records.remove([record('b')]);
    expect(records.find(record('b'))).toBeUndefined();
    expect(removeRecords).toHaveBeenCalledWith(lease, [record('b')]);
  });

  it('stores what comes meanwhile in one statement, and returns when it is stored', async () => {
    let finish = () => {};
    putRecords.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          finish = () => resolve(true);
        }),
    );
    const first = records.put([record('b')]);
    await new Promise(resolve => setImmediate(resolve));
    const others = [records.put([record('c')]), records.put([record('d')])];
    expect(records.find(record('b'))).toBeUndefined();
    finish();
    await first;
    expect(records.find(record('b'))).toBeDefined();
    await Promise.all(others);
    expect(putRecords.mock.calls).toEqual([
      [lease, [record('b')]],
      [lease, [record('c'), record('d')]],
    ]);
  });

  it('ends the pass when the lease is lost', async () => {
    putRecords.mockResolvedValue(false);
    await expect(records.put([record('b')])).rejects.toThrow('taken');
    expect(keeper.signal.aborted).toBe(true);
    expect(records.find(record('b'))).toBeUndefined();
  });

  it('tells of a database that does not answer, and goes on after it', async () => {
    putRecords.mockRejectedValueOnce(new Error('gone away'));
    await expect(records.put([record('b')])).rejects.toMatchObject({
      problem: { reason: 'DatabaseUnavailable' },
    });
    await records.put([record('b')]);
    expect(records.find(record('b'))).toBeDefined();
  });

  describe('deferred', () => {
    it('finds records at once, and stores them with what follows', async () => {
      await records.put([record('b')], { deferred: true });
      await records.put([record('c')], { deferred: true });
      expect(records.find(record('b'))).toBeDefined();
      expect(putRecords).not.toHaveBeenCalled();
      await records.put([record('d')]);
      expect(putRecords.mock.calls).toEqual([
        [lease, [record('b'), record('c'), record('d')]],
      ]);
      await expect(records.takeDeferred()).resolves.toEqual([]);
    });

    it('gives records to whoever ends the pass, once', async () => {
      await records.put([record('b')], { deferred: true });
      await records.put([record('b', 'later')], { deferred: true });
      await expect(records.takeDeferred()).resolves.toEqual([
        record('b', 'later'),
      ]);
      await expect(records.takeDeferred()).resolves.toEqual([]);
      expect(putRecords).not.toHaveBeenCalled();
    });

    it('stores records soon when the pass goes on', async () => {
      jest.useFakeTimers();
      await records.put([record('b')], { deferred: true });
      await jest.advanceTimersByTimeAsync(1_000);
      jest.useRealTimers();
      expect(putRecords.mock.calls).toEqual([[lease, [record('b')]]]);
      await expect(records.takeDeferred()).resolves.toEqual([]);
    });

    it('gives also what could not be stored', async () => {
      putRecords.mockRejectedValueOnce(new Error('gone away'));
      await expect(records.put([record('b')])).rejects.toThrow();
      await expect(records.takeDeferred()).resolves.toEqual([record('b')]);
    });

    it('does not give what was removed', async () => {
      await records.put([record('b')], { deferred: true });
      await records.remove([record('b')]);
      await expect(records.takeDeferred()).resolves.toEqual([]);
      expect(records.find(record('b'))).toBeUndefined();
    });
  });
});
