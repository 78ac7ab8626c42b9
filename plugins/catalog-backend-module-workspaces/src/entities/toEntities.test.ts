import {
  groupEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { catalogWorkspace } from '../__testUtils__/catalogWorkspace';
import { toEntities } from './toEntities';
import { toGroup } from './toGroup';
import { toResource } from './toResource';

const OPTIONS = {
  groupNamespace: 'workspaces',
  appBaseUrl: 'https://portal.example.com',
};

describe('toEntities', () => {
  it('should render the Resource', () => {
    expect(
      toResource(
        catalogWorkspace('alpha', { description: 'Churn models' }),
        OPTIONS,
      ),
    ).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'alpha',
        namespace: 'default',
        title: 'Workspace alpha',
        description: 'Churn models',
        annotations: {
          'backstage.io/managed-by-location': 'workspaces:alpha',
          'backstage.io/managed-by-origin-location': 'workspaces:alpha',
          'backstage.io/kubernetes-label-selector':
            'team-workspaces.dev/workspace=alpha',
          'backstage.io/kubernetes-cluster': 'local',
          'team-workspaces.dev/workspace': 'alpha',
        },
        links: [
          {
            url: 'https://portal.example.com/workspaces/alpha',
            title: 'Team workspace',
            icon: 'dashboard',
          },
        ],
      },
      spec: { type: 'workspace', owner: 'group:default/team-ds' },
    });
  });

  it('should render the Group of members', () => {
    const group = toGroup(catalogWorkspace('alpha'), OPTIONS);
    expect(group).toMatchObject({
      kind: 'Group',
      metadata: {
        name: 'alpha',
        namespace: 'workspaces',
        annotations: { 'team-workspaces.dev/workspace': 'alpha' },
      },
      spec: {
        type: 'workspace',
        profile: { displayName: 'Workspace alpha (team workspace)' },
        children: [],
        members: ['user:default/dana', 'user:default/lee'],
      },
    });
    expect(group?.spec.parent).toBeUndefined();
  });

  it.each([
    ['a workspace', {}, ['resource:default/alpha', 'group:workspaces/alpha']],
    [
      'a workspace without members',
      { members: [] },
      ['resource:default/alpha', 'group:workspaces/alpha'],
    ],
    [
      'an owned default workspace',
      { isDefault: true },
      ['resource:default/alpha'],
    ],
    [
      'a default workspace of nobody',
      { isDefault: true, owner: undefined },
      [],
    ],
  ])('should render for %s', async (_what, fields, refs) => {
    const entities = toEntities(catalogWorkspace('alpha', fields), OPTIONS);
    expect(entities.map(stringifyEntityRef)).toEqual(refs);
    for (const entity of entities) {
      const valid =
        (await resourceEntityV1alpha1Validator.check(entity)) ||
        (await groupEntityV1alpha1Validator.check(entity));
      expect(valid).toBe(true);
    }
  });

  it('should leave out the Kubernetes tab where no object carries our label', () => {
    const resource = toResource(
      catalogWorkspace('default', { isDefault: true }),
      OPTIONS,
    );
    expect(Object.keys(resource?.metadata.annotations ?? {})).not.toContain(
      'backstage.io/kubernetes-label-selector',
    );
  });

  it('should render nothing that changes while a workspace is provisioned', () => {
    const text = JSON.stringify(toEntities(catalogWorkspace('alpha'), OPTIONS));
    expect(text).not.toMatch(/phase|condition|version|\d{4}-\d{2}-\d{2}T/);
  });

  it('should use the namespace of Groups that is configured', () => {
    const group = toGroup(catalogWorkspace('alpha'), {
      ...OPTIONS,
      groupNamespace: 'teams-of-workspaces',
    });
    expect(group && stringifyEntityRef(group)).toBe(
      'group:teams-of-workspaces/alpha',
    );
  });
});
