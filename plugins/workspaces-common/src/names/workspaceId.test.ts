import { checkWorkspaceId, ID_PATTERN, maxIdLength } from './workspaceId';

const rules = {
  suffixes: ['notebooks', 'drls-clusters', 'drls-pipelines'],
  reservedIds: ['platform'],
  reservedNamespaces: ['notebooks', 'drls-clusters', 'drls-pipelines'],
};

describe('checkWorkspaceId', () => {
  it.each([
    ['ab', 'the shortest'],
    ['a'.repeat(38), 'the longest'],
    ['data-science', 'an inner hyphen'],
    ['team-alpha', 'an inner hyphen'],
    ['a--b', 'two inner hyphens, which Kubernetes allows as well'],
    ['1team', 'a leading digit'],
    ['42', 'digits only'],
    ['drls', 'the beginning of a default namespace with these suffixes'],
    ['ab-notebooks', 'an id that ends like a suffix'],
    ['kubeflow', 'only a prefix of its letters is reserved'],
    ['defaults', 'not quite reserved'],
  ])('takes %s: %s', id => {
    expect(checkWorkspaceId(id, rules)).toEqual([]);
  });

  it.each([
    ['', 'min-length'],
    ['a', 'min-length'],
    ['a'.repeat(39), 'max-length'],
    ['-a', 'pattern'],
    ['a-', 'pattern'],
    ['AB', 'pattern'],
    ['a.b', 'pattern'],
    ['a_b', 'pattern'],
    ['a b', 'pattern'],
    ['**', 'pattern'],
    ['*', 'min-length'],
    ['${aws:username}', 'pattern'],
    // The first letter is Cyrillic.
    ['аdmin', 'pattern'],
    ['ab\n', 'pattern'],
    ['\nab', 'pattern'],
    ['ab%2e', 'pattern'],
    ['../ab', 'pattern'],
    ['ab/cd', 'pattern'],
    ['default', 'reserved-id'],
    ['health', 'reserved-id'],
    ['sessions', 'reserved-id'],
    ['platform', 'reserved-id'],
    ['kube', 'reserved-namespace'],
    ['kube-x', 'reserved-namespace'],
    ['kube-system', 'reserved-namespace'],
    ['openshift', 'reserved-namespace'],
    ['openshift-x', 'reserved-namespace'],
  ])('refuses %j by the rule %s', (id, rule) => {
    const problems = checkWorkspaceId(id, rules);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field: 'id', rule });
    expect(problems[0].message).not.toBe('');
  });

  it('refuses an id that leads to a namespace of the default workspace', () => {
    const [problem] = checkWorkspaceId('drls', {
      suffixes: ['clusters'],
      reservedNamespaces: ['drls-clusters'],
    });
    expect(problem.rule).toBe('reserved-namespace');
    expect(problem.message).toContain('"drls-clusters"');
  });

  it('has every id it takes match the pattern that forms and schemas use', () => {
    expect(ID_PATTERN.test('data-science')).toBe(true);
    expect(ID_PATTERN.test('data-science\n')).toBe(false);
  });
});

describe('maxIdLength', () => {
  it.each([
    [['notebooks', 'drls-clusters', 'drls-pipelines'], 38],
    [[], 38],
    // 63 - 1 - 24
    [['a'.repeat(24)], 38],
    [['a'.repeat(25)], 37],
    [['a'.repeat(60)], 2],
  ])('for %j is %d', (suffixes, expected) => {
    expect(maxIdLength(suffixes)).toBe(expected);
  });
});
