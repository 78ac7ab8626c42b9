import {
  aCondition,
  aFailedWorkspace,
  aWorkspace,
} from '../__testUtils__/fixtures';
import { failedCondition, stepState } from './phases';

describe('stepState', () => {
  it.each([
    ['True', 'Ready', 'done'],
    ['Unknown', 'Waiting', 'waiting'],
    ['Unknown', 'Progressing', 'working'],
    ['False', 'Progressing', 'working'],
    ['False', 'NamespaceTerminating', 'working'],
    ['False', 'NamespaceConflict', 'failed'],
    ['False', 'DriftDetected', 'failed'],
  ] as const)(
    'should be for %s because of %s: %3$s',
    (status, reason, state) => {
      expect(stepState(aCondition({ status, reason }))).toBe(state);
    },
  );
});

describe('failedCondition', () => {
  it('should find the step that failed, not those that wait for it', () => {
    expect(failedCondition(aFailedWorkspace())?.type).toBe('namespaces');
  });

  it('should find none where all is well', () => {
    expect(failedCondition(aWorkspace())).toBeUndefined();
  });
});
