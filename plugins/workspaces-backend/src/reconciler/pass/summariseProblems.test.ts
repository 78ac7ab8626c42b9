import type { Problem } from '@team-workspaces/backstage-plugin-workspaces-common';
import { summariseProblems } from './summariseProblems';

const problem = (name: string): Problem => ({
  reason: 'ServiceAccountConflict',
  message: `The ServiceAccount ${name} is not ours.`,
  hint: 'Delete it.',
  object: { apiVersion: 'v1', kind: 'ServiceAccount', name },
});

describe('summariseProblems', () => {
  it('has nothing to say of no problem', () => {
    expect(summariseProblems([])).toBeUndefined();
  });

  it('tells a single problem as it is', () => {
    expect(summariseProblems([problem('a')])).toEqual(problem('a'));
  });

  it.each([
    [2, 'And 1 more object is left alone.'],
    [3, 'And 2 more objects are left alone.'],
  ])('tells the first of %s problems, and how many more', (count, end) => {
    const problems = ['a', 'b', 'c'].slice(0, count).map(problem);
    expect(summariseProblems(problems)).toEqual({
      ...problem('a'),
      message: `The ServiceAccount a is not ours. ${end}`,
    });
  });
});
