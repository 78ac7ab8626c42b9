import {
  invalidValue,
  notSupported,
  required,
  unchanged,
  type FieldProblem,
} from '../api/fieldProblems';
import { groups } from '../auth/groups';
import {
  isJsonObject,
  listField,
  objectField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import type { KindStrategy } from './KindStrategy';

function ruleProblems(object: KubernetesObject): FieldProblem[] {
  return listField(object, 'rules').flatMap((rule, index) => {
    const path = `rules[${index}]`;
    const isEmpty = (field: string) => listField(rule, field).length === 0;
    if (isEmpty('verbs')) {
      return [
        required(`${path}.verbs`, 'verbs must contain at least one value'),
      ];
    }
    if (!isEmpty('nonResourceURLs')) return [];
    return [
      ...(isEmpty('apiGroups')
        ? [
            required(
              `${path}.apiGroups`,
              'resource rules must supply at least one api group',
            ),
          ]
        : []),
      ...(isEmpty('resources')
        ? [
            required(
              `${path}.resources`,
              'resource rules must supply at least one resource',
            ),
          ]
        : []),
    ];
  });
}

export const roleStrategy: KindStrategy = {
  defaults: object => ({ ...object, rules: object.rules ?? null }),
  validate: ruleProblems,
};

/** Bindings: what a role is bound to may change, the role may not. */
export const roleBindingStrategy: KindStrategy = {
  defaults: object => {
    const subjects = listField(object, 'subjects').map(subject =>
      isJsonObject(subject) && subject.kind !== 'ServiceAccount'
        ? { apiGroup: groups.rbac, ...subject }
        : subject,
    );
    const { subjects: _replaced, ...rest } = object;
    return {
      ...rest,
      ...(subjects.length && { subjects }),
      roleRef: { apiGroup: groups.rbac, ...objectField(object, 'roleRef') },
    } as KubernetesObject;
  },
  validate: object => {
    const { name, kind } = objectField(object, 'roleRef');
    return [
      ...(name ? [] : [required('roleRef.name')]),
      ...(kind === 'Role' || kind === 'ClusterRole'
        ? []
        : [notSupported('roleRef.kind', kind ?? '', ['ClusterRole', 'Role'])]),
    ];
  },
  validateUpdate: (object, live) =>
    unchanged(
      live.roleRef,
      object.roleRef,
      invalidValue('roleRef', object.roleRef, 'cannot change roleRef'),
    ),
};
