import { mockServices } from '@backstage/backend-test-utils';
import { mockCondition, mockWorkspace } from '../testUtils';
import { StepLog } from './StepLog';

describe('StepLog', () => {
  it('should log one line per transition, and none while a step waits or goes on', () => {
    const logger = mockServices.logger.mock();
    const log = new StepLog(logger);
    const report = (condition: Parameters<typeof mockCondition>[0]) =>
      log.report(mockWorkspace({ conditions: [mockCondition(condition)] }));

    report({ reason: 'Waiting' });
    report({ reason: 'Progressing', done: 0, total: 3 });
    report({ reason: 'Progressing', done: 1, total: 3 });
    report({ status: 'False', reason: 'TooManyRequests', message: 'Slower.' });
    report({ status: 'False', reason: 'TooManyRequests', message: 'Slower.' });
    report({ status: 'True', reason: 'Ready', done: 3, total: 3 });
    report({ status: 'True', reason: 'Ready', done: 3, total: 3 });

    expect(logger.info.mock.calls.flat()).toEqual([
      '◌ Namespaces: 0 of 3',
      '✓ Namespaces: 3 of 3',
    ]);
    expect(logger.warn.mock.calls.flat()).toEqual([
      '✕ Namespaces: Slower. (TooManyRequests)',
    ]);
  });
});
