import { parseFaultRules } from './parseFaultRules';

describe('parseFaultRules', () => {
  it('takes a list of rules, by itself or in an object', () => {
    const rules = [{ verbs: ['list'], effect: { type: 'down' } }];
    expect(parseFaultRules(rules)).toEqual(rules);
    expect(parseFaultRules({ rules })).toEqual(rules);
    expect(parseFaultRules([])).toEqual([]);
  });

  it.each([
    ['nothing', {}],
    ['a rule without effect', [{ verbs: ['list'] }]],
    ['an unknown effect', [{ effect: { type: 'explode' } }]],
    ['an unknown field', [{ effect: { type: 'down' }, typo: 1 }]],
  ])('refuses %s', (_what, body) => {
    expect(() => parseFaultRules(body)).toThrow('a list of rules is expected');
  });
});
