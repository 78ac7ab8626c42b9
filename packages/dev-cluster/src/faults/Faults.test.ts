import type { FaultSubject } from './FaultRule';
import { Faults } from './Faults';

describe('Faults', () => {
  const subject: FaultSubject = {
    verb: 'patch',
    group: 'apps',
    resource: 'deployments',
    subresource: '',
    namespace: 'team-a',
    name: 'one',
  };
  const effect = { type: 'status', code: 500 } as const;
  const taken = (faults: Faults, wanted: FaultSubject | undefined = subject) =>
    faults.take(wanted, ['status']) !== undefined;

  it.each([
    [{}],
    [{ verbs: ['create', 'patch'] }],
    [{ resource: 'deployments' }],
    [{ resource: 'deployments.apps' }],
    [{ namespace: 'team-a', name: 'one' }],
    [{ subresource: '' }],
  ] as const)('matches by %j', criteria => {
    const faults = new Faults();
    faults.add({ ...criteria, effect });
    expect(taken(faults)).toBe(true);
  });

  it.each([
    [{ verbs: ['create'] }],
    [{ resource: 'pods' }],
    [{ resource: 'deployments.other' }],
    [{ namespace: 'team-b' }],
    [{ name: 'two' }],
    [{ subresource: 'status' }],
  ] as const)('does not match by %j', criteria => {
    const faults = new Faults();
    faults.add({ ...criteria, effect });
    expect(taken(faults)).toBe(false);
  });

  it('breaks requests for no resource only by a rule for everything', () => {
    const faults = new Faults();
    faults.add({ verbs: ['get'], effect });
    expect(faults.take(undefined, ['status'])).toBeUndefined();
    faults.add({ effect });
    expect(faults.take(undefined, ['status'])).toBe(effect);
  });

  it('skips first and stops in the end', () => {
    const faults = new Faults();
    faults.add({ skip: 2, times: 2, effect });
    const results = Array.from({ length: 6 }, () => taken(faults));
    expect(results).toEqual([false, false, true, true, false, false]);
    expect(faults.list()[0].seen).toBe(6);
  });

  it('counts a request for each of its kinds of effect apart', () => {
    const faults = new Faults();
    faults.add({ times: 1, effect: { type: 'down' } });
    expect(taken(faults)).toBe(false);
    expect(faults.take(subject, ['down'])).toEqual({ type: 'down' });
  });

  it('forgets a rule, or all of them', () => {
    const faults = new Faults();
    const remove = faults.add({ effect });
    faults.add({ effect });
    remove();
    expect(faults.list()).toHaveLength(1);
    faults.clear();
    expect(taken(faults)).toBe(false);
  });
});
