import { listField, objectField } from '../objects/KubernetesObject';
import { invalidValue } from '../api/fieldProblems';
import { withSpec } from './helpers';
import type { KindStrategy } from './KindStrategy';

/** Definitions are named after the resource that they bring. */
export const customResourceDefinitionStrategy: KindStrategy = {
  prepareForCreate: object => ({
    ...object,
    status: {
      conditions: [],
      acceptedNames: { plural: '', kind: '' },
      storedVersions: listField(object.spec, 'versions')
        .filter(version => objectField({ version }, 'version').storage === true)
        .map(version => objectField({ version }, 'version').name ?? ''),
    },
  }),
  defaults: object =>
    withSpec(object, spec => {
      const names = objectField(spec, 'names');
      const kind = String(names.kind ?? '');
      return {
        conversion: { strategy: 'None' },
        ...spec,
        names: {
          singular: kind.toLowerCase(),
          listKind: `${kind}List`,
          ...names,
        },
      };
    }),
  validate: object => {
    const spec = objectField(object, 'spec');
    const { plural } = objectField(spec, 'names');
    const { name } = object.metadata;
    return name === `${plural}.${spec.group}`
      ? []
      : [
          invalidValue(
            'metadata.name',
            name,
            'must be spec.names.plural+"."+spec.group',
          ),
        ];
  },
};
