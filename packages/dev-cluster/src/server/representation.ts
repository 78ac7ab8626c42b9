import { apiVersionOf, type ResourceType } from '../api/ResourceType';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { serializeMetadata, serializeObject } from '../storage/serialize';

/** How objects are shown: whole, or their metadata alone. */
export type Representation = 'object' | 'metadata';

/** What the Accept header asks for. */
export function representationOf(accept: string | undefined): Representation {
  const first = (accept ?? '').split(',')[0];
  return /as=PartialObjectMetadata(List)?\b/.test(first) &&
    /g=meta\.k8s\.io/.test(first)
    ? 'metadata'
    : 'object';
}

/** One object as it was asked for. */
export function serializeAs(
  representation: Representation,
  type: ResourceType,
  object: KubernetesObject,
): string {
  return representation === 'metadata'
    ? serializeMetadata(object)
    : serializeObject(object, apiVersionOf(type));
}
