import { mockCondition, mockWorkspace } from '../testUtils';
import { outcomeOf } from './outcomeOf';

const done = mockCondition({ status: 'True', reason: 'Ready' });
const atWork = mockCondition({ status: 'Unknown' });
const failed = mockCondition({ status: 'False', reason: 'ObjectInvalid' });
const extraFailed = mockCondition({ ...failed, essential: false });
const nextAttemptAt = '2026-01-01T10:05:00.000Z';

describe('outcomeOf', () => {
  it.each([
    ['pending', [atWork], undefined, 'under-way'],
    ['pending', [failed], nextAttemptAt, 'under-way'],
    ['active', [done], undefined, 'ready'],
    ['degraded', [done, extraFailed], undefined, 'ready'],
    ['degraded', [atWork, extraFailed], undefined, 'failed'],
    ['degraded', [failed, extraFailed], nextAttemptAt, 'under-way'],
    ['degraded', [failed], undefined, 'failed'],
    ['error', [failed], undefined, 'failed'],
    ['error', [failed], nextAttemptAt, 'failed'],
    ['deleting', [], undefined, 'failed'],
  ] as const)(
    'should take %s with %# for %s',
    (phase, conditions, attempt, expected) => {
      expect(
        outcomeOf(
          mockWorkspace({
            phase,
            conditions: [...conditions],
            nextAttemptAt: attempt,
          }),
        ).type,
      ).toBe(expected);
    },
  );

  it('should warn of what is missing in a usable workspace', () => {
    expect(
      outcomeOf(
        mockWorkspace({ phase: 'degraded', conditions: [done, extraFailed] }),
      ),
    ).toEqual({ type: 'ready', warnings: [extraFailed] });
  });
});
