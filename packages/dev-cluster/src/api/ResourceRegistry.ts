import {
  isJsonObject,
  listField,
  objectField,
  stringField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { builtInResources } from './builtInResources';
import type { ResourceType } from './ResourceType';

function typesOf(definition: KubernetesObject): ResourceType[] {
  const spec = objectField(definition, 'spec');
  const names = objectField(spec, 'names');
  const kind = stringField(names, 'kind') ?? '';
  return listField(spec, 'versions')
    .filter(isJsonObject)
    .filter(version => version.served !== false)
    .map(version => ({
      group: stringField(spec, 'group') ?? '',
      version: stringField(version, 'name') ?? '',
      resource: stringField(names, 'plural') ?? '',
      kind,
      singular: stringField(names, 'singular') ?? kind.toLowerCase(),
      shortNames: listField(names, 'shortNames').map(String),
      namespaced: stringField(spec, 'scope') !== 'Cluster',
      statusSubresource: 'status' in objectField(version, 'subresources'),
      generation: true,
      returnsDeletedObject: false,
      custom: true,
    }));
}

const key = (group: string, version: string, resource: string) =>
  `${group}/${version}/${resource}`;

/** The kinds that the API serves now: the built-in ones and those of the definitions. */
export class ResourceRegistry {
  readonly #types = new Map<string, ResourceType>();

  constructor() {
    for (const type of builtInResources) this.#add(type);
  }

  find(
    group: string,
    version: string,
    resource: string,
  ): ResourceType | undefined {
    return this.#types.get(key(group, version, resource));
  }

  /** A type by group and resource in whichever version comes first. */
  findAnyVersion(group: string, resource: string): ResourceType | undefined {
    return this.all().find(
      type => type.group === group && type.resource === resource,
    );
  }

  all(): ResourceType[] {
    return [...this.#types.values()];
  }

  /** Serves what a CustomResourceDefinition describes. */
  define(definition: KubernetesObject): void {
    this.remove(definition);
    for (const type of typesOf(definition)) this.#add(type);
  }

  /** Stops serving what a CustomResourceDefinition describes. */
  remove(definition: KubernetesObject): void {
    const { plural } = objectField(objectField(definition, 'spec'), 'names');
    const { group } = objectField(definition, 'spec');
    for (const [name, type] of this.#types) {
      if (type.custom && type.group === group && type.resource === plural) {
        this.#types.delete(name);
      }
    }
  }

  #add(type: ResourceType): void {
    this.#types.set(key(type.group, type.version, type.resource), type);
  }
}

/** A built-in type that always exists. */
export function builtIn(group: string, resource: string): ResourceType {
  const found = builtInResources.find(
    type => type.group === group && type.resource === resource,
  );
  if (!found) throw new Error(`There is no built-in resource ${resource}`);
  return found;
}
