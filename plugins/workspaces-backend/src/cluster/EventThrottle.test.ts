import { EventThrottle } from './EventThrottle';
import type { ManagedObjectEvent } from './ManagedObjectEvent';

function event(workspaceId: string, name: string): ManagedObjectEvent {
  const identity = { apiVersion: 'v1', kind: 'Namespace', name };
  return { cluster: 'dev', workspaceId, identity, type: 'MODIFIED' };
}

describe('EventThrottle', () => {
  const passed: string[] = [];
  const throttle = new EventThrottle({
    quietMs: 500,
    onEvent: ({ identity }) => passed.push(identity.name),
  });

  beforeEach(() => {
    jest.useFakeTimers();
    passed.length = 0;
  });

  afterEach(() => {
    throttle.clear();
    jest.useRealTimers();
  });

  it('should pass on the first and the last of a burst', () => {
    ['a', 'b', 'c'].forEach(name => throttle.add(event('alpha', name)));
    expect(passed).toEqual(['a']);
    jest.advanceTimersByTime(500);
    expect(passed).toEqual(['a', 'c']);
    jest.advanceTimersByTime(5_000);
    expect(passed).toEqual(['a', 'c']);
  });

  it('should not let one workspace delay another', () => {
    throttle.add(event('alpha', 'a'));
    throttle.add(event('beta', 'b'));
    expect(passed).toEqual(['a', 'b']);
  });

  it('should pass on nothing after it was cleared', () => {
    throttle.add(event('alpha', 'a'));
    throttle.add(event('alpha', 'b'));
    throttle.clear();
    jest.advanceTimersByTime(5_000);
    expect(passed).toEqual(['a']);
  });
});
