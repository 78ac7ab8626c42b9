import {
  ClusterError,
  type ObjectKind,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { wellKnownResource, type Resource } from './resources';

/** The resources of one version of an API group, as discovery lists them. */
export interface DiscoveredResources {
  readonly resources?: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
  }[];
}

/** Finds out under which path a cluster serves a kind. What is found stays known; what is not is asked again. */
export class ResourceDirectory {
  readonly #cluster: string;
  readonly #discover: (apiVersion: string) => Promise<DiscoveredResources>;
  readonly #known = new Map<string, Resource>();

  constructor(options: {
    cluster: string;
    /** Asks the cluster which resources an API version has. */
    discover: (apiVersion: string) => Promise<DiscoveredResources>;
  }) {
    this.#cluster = options.cluster;
    this.#discover = options.discover;
  }

  async find(kind: ObjectKind): Promise<Resource> {
    const key = `${kind.apiVersion}/${kind.kind}`;
    const known = wellKnownResource(kind) ?? this.#known.get(key);
    if (known) {
      return known;
    }
    const { resources = [] } = await this.#discover(kind.apiVersion);
    // Names with a slash are subresources, which share the kind.
    const found = resources.find(
      resource => resource.kind === kind.kind && !resource.name.includes('/'),
    );
    if (!found) {
      throw new ClusterError({
        reason: 'ObjectInvalid',
        message: `The cluster "${this.#cluster}" has no kind ${kind.kind} in ${
          kind.apiVersion
        }.`,
      });
    }
    const resource = { plural: found.name, namespaced: found.namespaced };
    this.#known.set(key, resource);
    return resource;
  }
}
