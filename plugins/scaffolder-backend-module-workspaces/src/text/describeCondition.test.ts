import { mockCondition } from '../testUtils';
import { describeCondition } from './describeCondition';

describe('describeCondition', () => {
  it.each([
    [
      { status: 'True', reason: 'Ready', done: 3, total: 3, durationMs: 1234 },
      '✓ Namespaces: 3 of 3 in 1.2 s',
    ],
    [{ status: 'True', reason: 'Ready' }, '✓ Namespaces: ready'],
    [
      { status: 'Unknown', reason: 'Progressing', done: 1, total: 3 },
      '◌ Namespaces: 1 of 3',
    ],
    [{ status: 'Unknown', reason: 'Progressing' }, '◌ Namespaces: at work'],
    [
      { status: 'Unknown', reason: 'Waiting', message: 'waits for Quota' },
      '○ Namespaces: waits for Quota',
    ],
    [
      {
        status: 'False',
        reason: 'NamespaceConflict',
        message: 'The namespace a exists.',
        hint: 'Choose another id.',
      },
      '✕ Namespaces: The namespace a exists. (NamespaceConflict) What to do: Choose another id.',
    ],
  ] as const)('should say %j', (condition, expected) => {
    expect(describeCondition(mockCondition(condition))).toBe(expected);
  });
});
