import type { Body } from '../ApiClient';
import type { ContractPart } from '../ContractSubject';

/** What the API says about itself. */
export const discoveryContract: ContractPart = subject => {
  const read = async (path: string) => (await subject().admin.get(path)).body;

  it('says its version', async () => {
    const { major, minor } = await read('/version');
    expect([String(major), String(minor)]).toEqual(['1', '36']);
  });

  it.each(['/healthz', '/livez', '/readyz'])('says ok at %s', async path => {
    const { code, body } = await subject().anonymous().get(path);
    expect(code).toBe(200);
    expect(body.text).toBe('ok');
  });

  it('lists its groups', async () => {
    expect(await read('/api')).toMatchObject({
      kind: 'APIVersions',
      versions: ['v1'],
    });
    const { groups } = await read('/apis');
    const names = (groups as unknown as Body[]).map(({ name }) => String(name));
    expect(names).toEqual(
      expect.arrayContaining([
        'apps',
        'authentication.k8s.io',
        'authorization.k8s.io',
        'networking.k8s.io',
        'rbac.authorization.k8s.io',
        'apiextensions.k8s.io',
      ]),
    );
    expect(await read('/apis/apps')).toMatchObject({
      kind: 'APIGroup',
      name: 'apps',
      preferredVersion: { groupVersion: 'apps/v1' },
    });
  });

  it.each([
    ['/api/v1', 'serviceaccounts', 'ServiceAccount', true],
    ['/api/v1', 'namespaces', 'Namespace', false],
    ['/apis/networking.k8s.io/v1', 'networkpolicies', 'NetworkPolicy', true],
    [
      '/apis/rbac.authorization.k8s.io/v1',
      'clusterroles',
      'ClusterRole',
      false,
    ],
  ])(
    'describes in %s the resource %s',
    async (path, name, kind, namespaced) => {
      const { kind: listKind, resources } = await read(path);
      expect(listKind).toBe('APIResourceList');
      expect(resources).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            name,
            kind,
            namespaced,
            verbs: expect.arrayContaining(['get', 'list', 'watch', 'patch']),
          }),
        ]),
      );
    },
  );

  it('knows no other groups', async () => {
    expect((await subject().admin.get('/apis/none.example.com/v1')).code).toBe(
      404,
    );
  });
};
