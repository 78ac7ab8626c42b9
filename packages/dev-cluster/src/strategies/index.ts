import type { ResourceType } from '../api/ResourceType';
import type { KindStrategy } from './KindStrategy';
import { namespaceStrategy } from './namespace';

const byKind: { readonly [kind: string]: KindStrategy | undefined } = {
  Namespace: namespaceStrategy,
};

/** What is special about a kind; custom kinds have nothing special. */
export function strategyOf(
  type: Pick<ResourceType, 'kind' | 'custom'>,
): KindStrategy {
  return (!type.custom && byKind[type.kind]) || {};
}
