import { mockServices } from '@backstage/backend-test-utils';
import { validate } from 'jsonschema';
import * as yaml from 'yaml';
import { mockApi } from '../testUtils';
import { createWorkspacesAwaitAction } from './await';
import { createWorkspacesCreateAction } from './create';
import { createWorkspacesDeleteAction } from './delete';
import { createWorkspacesIamSetRoleAction } from './iamSetRole';
import { createWorkspacesIamSyncAction } from './iamSync';
import { createWorkspacesMembersAddAction } from './membersAdd';

const dependencies = { api: mockApi({}), auth: mockServices.auth() };

describe.each([
  createWorkspacesCreateAction(dependencies),
  createWorkspacesAwaitAction(dependencies),
  createWorkspacesDeleteAction(dependencies),
  createWorkspacesMembersAddAction(dependencies),
  createWorkspacesIamSetRoleAction(dependencies),
  createWorkspacesIamSyncAction(dependencies),
])('$id', action => {
  it.each(action.examples ?? [])(
    'should accept the example "$description"',
    ({ example }) => {
      const { steps } = yaml.parse(example);
      expect(steps[0].action).toBe(action.id);
      expect(
        validate(steps[0].input, action.schema?.input ?? {}).errors,
      ).toEqual([]);
    },
  );

  it('should have examples, and refuse unknown input', () => {
    expect(action.examples?.length).toBeGreaterThan(0);
    const { steps } = yaml.parse(action.examples?.[0].example ?? '');
    expect(
      validate({ ...steps[0].input, unknown: true }, action.schema?.input ?? {})
        .valid,
    ).toBe(false);
  });

  it('should describe every input and output', () => {
    for (const schema of [action.schema?.input, action.schema?.output]) {
      for (const property of Object.values(schema?.properties ?? {})) {
        expect(property.description).toMatch(/\.$/);
      }
    }
  });
});
