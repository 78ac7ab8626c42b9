import { translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import { workspacesApiRef } from '../api';
import { mockWorkspacesApi } from '../__testUtils__/mockWorkspacesApi';
import type { TextFieldValidator } from './fieldTypes';
import { validateId } from './validateId';
import { validateOwner } from './validateOwner';

async function errorsOf(
  validate: TextFieldValidator,
  value: string,
  api = mockWorkspacesApi(),
): Promise<string[]> {
  const field = createFieldValidation();
  const apis = new Map<string, unknown>([
    [workspacesApiRef.id, api],
    [translationApiRef.id, mockApis.translation()],
  ]);
  await validate(value, field, {
    apiHolder: { get: ref => apis.get(ref.id) as never },
    formData: {},
    schema: {},
  });
  return field.__errors ?? [];
}

describe('validateOwner', () => {
  it('should accept an own Group', async () => {
    expect(await errorsOf(validateOwner, 'group:default/team-ds')).toEqual([]);
  });

  it('should refuse any other', async () => {
    expect(await errorsOf(validateOwner, 'group:default/team-alpha')).toEqual([
      'You cannot request a workspace for this Group.',
    ]);
  });
});

describe('validateId', () => {
  it('should accept an id that is free', async () => {
    expect(await errorsOf(validateId, 'churn')).toEqual([]);
  });

  it('should refuse an id that breaks a rule', async () => {
    expect(await errorsOf(validateId, 'kube')).toEqual([
      'The id "kube" would give the namespace "kube-notebooks", which is reserved.',
    ]);
  });

  it('should refuse an id that is taken', async () => {
    const api = mockWorkspacesApi({
      checkId: async id => ({
        id,
        available: false,
        problems: [],
        namespaces: [],
      }),
    });
    expect(await errorsOf(validateId, 'churn', api)).toEqual([
      'The id is taken.',
    ]);
  });
});
