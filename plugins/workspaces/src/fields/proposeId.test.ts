import { nextId, proposeId } from './proposeId';

describe('proposeId', () => {
  it.each([
    ['team-ds', 'Churn model', 'team-ds-churn-model'],
    ['team-ds', undefined, 'team-ds'],
    [undefined, 'Churn', 'churn'],
    ['team-ds', 'Team DS', 'team-ds'],
    ['team-ds', 'Team DS churn', 'team-ds-churn'],
    ['équipe', 'Éléphants & Co.', 'equipe-elephants-co'],
    ['Team_A', '日本', 'team-a'],
    [undefined, '日本', undefined],
    [undefined, 'x', undefined],
    [undefined, undefined, undefined],
  ])('should make of %p and %p the id %p', (team, displayName, id) => {
    expect(proposeId({ team, displayName, maxLength: 38 })).toBe(id);
  });

  it('should not be longer than an id may be, nor end with a hyphen', () => {
    expect(
      proposeId({ team: 'team', displayName: 'one two', maxLength: 9 }),
    ).toBe('team-one');
  });
});

describe('nextId', () => {
  it.each([
    ['churn', 'churn-2'],
    ['churn-2', 'churn-3'],
    ['churn-99', 'churn-100'],
    ['team-a', 'team-a-2'],
    ['2026', '2026-2'],
  ])('should offer in place of %p the id %p', (id, next) => {
    expect(nextId(id, 38)).toBe(next);
  });

  it('should stay within the longest id', () => {
    expect(nextId('abcdef', 6)).toBe('abcd-2');
  });
});
