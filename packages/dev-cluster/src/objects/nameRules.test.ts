import { nameProblems } from './nameRules';

describe('nameProblems', () => {
  const problems = (kind: string, name: string, custom = false) =>
    nameProblems({ kind, custom }, name).map(({ reason }) => reason);

  it.each([
    ['Namespace', 'team-a'],
    ['Namespace', 'x'.repeat(63)],
    ['ConfigMap', 'a.b-c.d'],
    ['ConfigMap', 'x'.repeat(253)],
    ['Role', 'system:Reader'],
    ['Service', '1st'],
  ])('takes the %s %s', (kind, name) => {
    expect(problems(kind, name)).toEqual([]);
  });

  it.each([
    ['Namespace', 'team.a'],
    ['Namespace', 'Team'],
    ['Namespace', 'team-'],
    ['Namespace', 'x'.repeat(64)],
    ['ConfigMap', 'a..b'],
    ['ConfigMap', 'a_b'],
    ['ConfigMap', 'a/b'],
    ['ConfigMap', 'x'.repeat(254)],
    ['Role', 'a/b'],
    ['Role', '..'],
    ['Service', 'a.b'],
  ])('refuses the %s %s', (kind, name) => {
    expect(problems(kind, name)).toEqual(['FieldValueInvalid']);
  });

  it('wants a name', () => {
    expect(problems('ConfigMap', '')).toEqual(['FieldValueRequired']);
  });

  it('treats a custom kind like any other, whatever its name', () => {
    expect(problems('Namespace', 'team.a', true)).toEqual([]);
  });
});
