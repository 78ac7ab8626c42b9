import type { Condition } from '@team-workspaces/backstage-plugin-workspaces-common';
import { FakeStep } from '../../__testUtils__/FakeStep';
import { ConditionBoard } from './ConditionBoard';

const first = new FakeStep('first');
const second = new FakeStep('second', { dependsOn: ['first'] });
const START = Date.parse('2026-01-01T00:00:00.000Z');

describe('ConditionBoard', () => {
  let now = START;
  const at = (seconds: number) =>
    new Date(START + seconds * 1000).toISOString();

  function createBoard(previous: Condition[] = [], generation = 1) {
    return new ConditionBoard({
      steps: [first, second],
      previous,
      generation,
      clock: () => now,
    });
  }

  beforeEach(() => {
    now = START;
  });

  it('begins with every step open', () => {
    expect(createBoard().list()).toMatchObject([
      { type: 'first', status: 'Unknown', reason: 'Progressing' },
      { type: 'second', status: 'Unknown', reason: 'Waiting' },
    ]);
  });

  it('measures how long a step took, and keeps that while it stays ready', () => {
    const board = createBoard();
    board.begin('first');
    now += 2_000;
    const ready = { status: 'True', reason: 'Ready', message: '' } as const;
    expect(board.set(first, ready)).toBe(true);
    expect(board.find('first')).toMatchObject({
      startedAt: at(0),
      durationMs: 2_000,
      lastTransitionTime: at(2),
    });
    now += 5_000;
    const later = createBoard(board.list());
    later.begin('first');
    expect(later.set(first, ready)).toBe(false);
    expect(later.find('first')).toMatchObject({
      startedAt: at(0),
      durationMs: 2_000,
      lastTransitionTime: at(2),
    });
    now += 1_000;
    later.set(first, { status: 'False', reason: 'DriftDetected', message: '' });
    expect(later.find('first')).toMatchObject({ startedAt: at(8) });
    expect(later.find('first').durationMs).toBeUndefined();
  });

  it('keeps a failure until the pass knows better, and forgets one of an earlier generation', () => {
    const board = createBoard();
    board.set(first, {
      status: 'False',
      reason: 'ObjectInvalid',
      message: 'No.',
    });
    expect(createBoard(board.list()).find('first').reason).toBe(
      'ObjectInvalid',
    );
    expect(createBoard(board.list(), 2).find('first')).toMatchObject({
      status: 'Unknown',
      observedGeneration: 2,
    });
  });

  it('drops conditions of steps that are no more, and details of other states', () => {
    const board = createBoard([
      { ...createBoard().find('first'), type: 'removed' },
    ]);
    expect(board.list()).toHaveLength(2);
    board.set(first, {
      status: 'False',
      reason: 'X',
      message: '',
      hint: 'Do.',
    });
    board.progress('first', 1, 3);
    board.set(first, { status: 'True', reason: 'Ready', message: '' });
    expect(board.find('first')).not.toHaveProperty('hint');
    expect(board.find('first')).not.toHaveProperty('done');
    expect(() => board.find('removed')).toThrow();
  });
});
