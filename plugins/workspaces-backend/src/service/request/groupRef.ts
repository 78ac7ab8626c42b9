import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** What the catalog accepts as the name of an entity or of a namespace of entities. */
const NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/i;

/** The full, lower case ref of a Group; undefined when the text is not one. */
export function parseGroupRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'Group',
      defaultNamespace: 'default',
    });
    return ref.kind.toLocaleLowerCase('en-US') === 'group' &&
      NAME.test(ref.name) &&
      NAME.test(ref.namespace)
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
