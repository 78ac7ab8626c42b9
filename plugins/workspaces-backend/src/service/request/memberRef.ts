import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { FieldProblem } from '@team-workspaces/backstage-plugin-workspaces-common';

const KINDS = ['user', 'group'];

/** What the catalog accepts as the name of an entity or of a namespace of entities. */
const NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/i;

/** The full, lower case ref of a User or Group; undefined when the text is not one. The kind must be written. */
export function parseMemberRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, { defaultNamespace: 'default' });
    return KINDS.includes(ref.kind.toLocaleLowerCase('en-US')) &&
      NAME.test(ref.name) &&
      NAME.test(ref.namespace)
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The rule that a field breaks which {@link parseMemberRef} does not know. */
export function memberRefProblem(field: string): FieldProblem {
  return {
    field,
    rule: 'member-ref',
    message:
      'A member must be the entity ref of a User or Group, such as user:default/mia or group:default/team-a.',
  };
}
