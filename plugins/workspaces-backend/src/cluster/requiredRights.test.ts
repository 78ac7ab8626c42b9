import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parseAllDocuments } from 'yaml';
import { describeRight, REQUIRED_RIGHTS } from './requiredRights';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly (string | undefined)[];
}

function documentedRights(): string[] {
  const file = resolvePackagePath(
    '@team-workspaces/backstage-plugin-workspaces-backend',
    '../../docs/rbac.yaml',
  );
  const documents = parseAllDocuments(readFileSync(file, 'utf8'));
  const role = documents
    .map(document => document.toJS() as { kind: string; rules?: Rule[] })
    .find(({ kind }) => kind === 'ClusterRole');
  return (role?.rules ?? []).flatMap(rule =>
    rule.apiGroups.flatMap(group =>
      rule.resources.flatMap(resource =>
        rule.verbs.flatMap(verb =>
          (rule.resourceNames ?? [undefined]).map(name =>
            describeRight({ group, resource, verb, name }),
          ),
        ),
      ),
    ),
  );
}

describe('REQUIRED_RIGHTS', () => {
  it('should be exactly what docs/rbac.yaml grants', () => {
    expect(REQUIRED_RIGHTS.map(describeRight).sort()).toEqual(
      documentedRights().sort(),
    );
  });

  it('should hold nothing that reads Secrets or acts as others', () => {
    const rights = REQUIRED_RIGHTS.map(describeRight).join('\n');
    expect(rights).not.toMatch(/secrets|impersonate|serviceaccounts\/|\*/);
  });
});
