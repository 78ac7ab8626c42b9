import { isReservedNamespace, namespaceName } from './namespaces';

describe('isReservedNamespace', () => {
  it.each(['default', 'kube-system', 'kube-public', 'kube-x', 'openshift-a'])(
    'keeps %s for the platform',
    name => expect(isReservedNamespace(name)).toBe(true),
  );

  it.each(['defaults', 'kubeflow', 'kube', 'openshift', 'my-kube-system'])(
    'leaves %s free',
    name => expect(isReservedNamespace(name)).toBe(false),
  );
});

describe('namespaceName', () => {
  it('joins id and suffix by a hyphen', () => {
    expect(namespaceName('data-science', 'notebooks')).toBe(
      'data-science-notebooks',
    );
  });
});
