import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { REQUIRED_RIGHTS } from './requiredRights';
import { MANAGED_KINDS } from './kinds';

interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly resourceNames?: string[];
  readonly verbs: string[];
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly rules?: Rule[];
  readonly roleRef?: { readonly kind: string; readonly name: string };
}

const manifests = parseAllDocuments(
  readFileSync(resolve(__dirname, '../../../../docs/rbac.yaml'), 'utf8'),
).map(document => document.toJS() as Manifest);

const clusterRole = manifests.find(({ kind }) => kind === 'ClusterRole')!;

/** One line per right, such as `create /namespaces`. */
function lines(rules: readonly Rule[]): string[] {
  return rules
    .flatMap(({ apiGroups, resources, resourceNames = ['*'], verbs }) =>
      apiGroups.flatMap(group =>
        resources.flatMap(resource =>
          resourceNames.flatMap(name =>
            verbs.map(verb => `${verb} ${group}/${resource} ${name}`),
          ),
        ),
      ),
    )
    .sort();
}

describe('REQUIRED_RIGHTS', () => {
  it('is what docs/rbac.yaml grants, and no more', () => {
    const required = REQUIRED_RIGHTS.map(({ apiGroup, resource, ...rest }) => ({
      ...rest,
      apiGroups: [apiGroup],
      resources: [resource],
      verbs: [...rest.verbs],
      resourceNames: rest.resourceNames && [...rest.resourceNames],
    }));
    expect(lines(clusterRole.rules ?? [])).toEqual(lines(required));
  });

  it('is granted through the binding of the same file', () => {
    expect(
      manifests.find(({ kind }) => kind === 'ClusterRoleBinding')?.roleRef,
    ).toMatchObject({ kind: 'ClusterRole', name: clusterRole.metadata.name });
  });

  it('covers every kind that our steps write', () => {
    for (const { apiVersion, kind } of MANAGED_KINDS) {
      const apiGroup = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
      const resource = `${kind.toLowerCase().replace(/y$/, 'ie')}s`;
      const verbs = REQUIRED_RIGHTS.filter(
        right => right.apiGroup === apiGroup && right.resource === resource,
      ).flatMap(right => right.verbs);
      expect(verbs).toEqual(
        expect.arrayContaining([
          'create',
          'delete',
          'get',
          'list',
          'patch',
          'watch',
        ]),
      );
    }
  });

  it('asks for no wildcard, no Secret and no impersonation', () => {
    const text = lines(clusterRole.rules ?? []).join('\n');
    expect(text).not.toMatch(/secrets|impersonate|serviceaccounts/);
    expect(text).not.toMatch(/(^|\n)\* /);
    expect(text).not.toMatch(/(escalate|bind) \S+ \*/);
  });
});
