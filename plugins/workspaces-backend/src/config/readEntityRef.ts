import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { invalidConfig } from '@team-workspaces/backstage-plugin-workspaces-node';

/** Reads a full entity ref of one of some kinds, and returns it in lower case, as the catalog compares them. */
export function readEntityRef(
  key: string,
  text: string,
  kinds: readonly string[],
): string {
  const rule = `"${text}" is not an entity ref such as ${kinds
    .map(kind => `${kind}:default/example`)
    .join(' or ')}.`;
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(text, { defaultNamespace: 'default' }),
    ).toLocaleLowerCase('en-US');
    if (kinds.some(kind => ref.startsWith(`${kind}:`))) {
      return ref;
    }
  } catch (error) {
    throw new Error(invalidConfig(key, rule).message, { cause: error });
  }
  throw invalidConfig(key, rule);
}
