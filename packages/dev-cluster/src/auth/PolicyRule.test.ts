import { ruleAllows, rulesOf } from './PolicyRule';

describe('ruleAllows', () => {
  const allows = (rule: object, wanted: object) =>
    ruleAllows(rulesOf({ rules: [rule] })[0], {
      verb: 'get',
      group: '',
      resource: 'pods',
      namespace: 'a',
      ...wanted,
    });
  const pods = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };

  it.each([
    [pods, {}],
    [{ ...pods, verbs: ['*'] }, { verb: 'delete' }],
    [{ ...pods, resources: ['*'] }, { subresource: 'log' }],
    [{ ...pods, resources: ['pods/log'] }, { subresource: 'log' }],
    [{ ...pods, resources: ['*/log'] }, { subresource: 'log' }],
    [{ ...pods, apiGroups: ['*'] }, { group: 'apps' }],
    [{ ...pods, resourceNames: ['one'] }, { name: 'one' }],
  ])('%j allows %j', (rule, wanted) => {
    expect(allows(rule, wanted)).toBe(true);
  });

  it.each([
    [pods, { verb: 'list' }],
    [pods, { resource: 'secrets' }],
    [pods, { group: 'apps' }],
    [pods, { subresource: 'log' }],
    [{ ...pods, resources: ['pods/log'] }, {}],
    [{ ...pods, resourceNames: ['one'] }, { name: 'two' }],
    [{ ...pods, resourceNames: ['one'] }, {}],
  ])('%j does not allow %j', (rule, wanted) => {
    expect(allows(rule, wanted)).toBe(false);
  });

  it('allows paths by name and by beginning', () => {
    const [rule] = rulesOf({
      rules: [{ nonResourceURLs: ['/version', '/api/*'], verbs: ['get'] }],
    });
    const path = (text: string) =>
      ruleAllows(rule, { verb: 'get', path: text });
    expect(path('/version')).toBe(true);
    expect(path('/api/v1')).toBe(true);
    expect(path('/versions')).toBe(false);
    expect(ruleAllows(rule, { verb: 'post', path: '/version' })).toBe(false);
  });
});
