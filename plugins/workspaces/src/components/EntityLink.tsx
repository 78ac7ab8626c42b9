import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { isEntityRef } from '../format/refs';

/** A link to somebody or some Group in the catalog; plain text for what is not in it. */
export function EntityLink(props: { readonly entityRef: string }) {
  return isEntityRef(props.entityRef) ? (
    <EntityRefLink entityRef={props.entityRef} hideIcon />
  ) : (
    <>{props.entityRef}</>
  );
}
