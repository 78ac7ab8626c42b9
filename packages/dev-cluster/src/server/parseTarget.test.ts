import { ResourceRegistry } from '../api/ResourceRegistry';
import { parseTarget } from './parseTarget';

describe('parseTarget', () => {
  const resources = new ResourceRegistry();
  const parse = (path: string) => {
    const target = parseTarget(path, resources);
    return target && { ...target, type: target.type.kind };
  };

  it.each([
    ['/api/v1/namespaces', 'Namespace', '', '', ''],
    ['/api/v1/namespaces/a', 'Namespace', 'a', 'a', ''],
    ['/api/v1/namespaces/a/status', 'Namespace', 'a', 'a', 'status'],
    ['/api/v1/namespaces/a/finalize', 'Namespace', 'a', 'a', 'finalize'],
    ['/api/v1/pods', 'Pod', '', '', ''],
    ['/api/v1/namespaces/a/pods', 'Pod', 'a', '', ''],
    ['/api/v1/namespaces/a/pods/p', 'Pod', 'a', 'p', ''],
    ['/api/v1/namespaces/a/pods/p/status', 'Pod', 'a', 'p', 'status'],
    ['/apis/apps/v1/namespaces/a/deployments/d', 'Deployment', 'a', 'd', ''],
    [
      '/apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Aview',
      'ClusterRole',
      '',
      'system:view',
      '',
    ],
  ])('reads %s', (path, type, namespace, name, subresource) => {
    expect(parse(path)).toEqual({ type, namespace, name, subresource });
  });

  it.each(['/', '/version', '/api', '/api/v1', '/apis/apps/v1', '/healthz'])(
    'leaves %s to others',
    path => {
      expect(parse(path)).toBeUndefined();
    },
  );

  it.each([
    '/api/v1/nothing',
    '/api/v1/namespaces/a/nothing/x',
    '/api/v1/pods/p',
    '/api/v1/namespaces/a/pods/p/status/more',
    '/apis/apps/v1/namespaces/a',
  ])('refuses %s', path => {
    expect(() => parse(path)).toThrow('could not find the requested resource');
  });
});
