import { badRequest } from '../api/errors';
import { isJsonObject, type KubernetesObject } from './KubernetesObject';

/** A parsed `fieldSelector` parameter. */
export interface FieldSelector {
  readonly empty: boolean;
  matches(object: KubernetesObject): boolean;
}

const everyKind = ['metadata.name', 'metadata.namespace'];
const perKind: { readonly [kind: string]: readonly string[] | undefined } = {
  Pod: ['spec.nodeName', 'spec.serviceAccountName', 'status.phase'],
  Secret: ['type'],
  Namespace: ['status.phase'],
  Event: [
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.uid',
    'reason',
    'type',
  ],
};

function valueAt(object: unknown, path: string): string {
  let value: unknown = object;
  for (const field of path.split('.')) {
    value = isJsonObject(value) ? value[field] : undefined;
  }
  return value === undefined || value === null ? '' : String(value);
}

/** Parses `a=b,c!=d` over the fields that Kubernetes can select by. */
export function parseFieldSelector(
  text: string | null,
  kind: string,
): FieldSelector {
  const allowed = [...everyKind, ...(perKind[kind] ?? [])];
  const terms = (text ?? '')
    .split(',')
    .filter(Boolean)
    .map(part => {
      const term = /^([^=!]+)(==|=|!=)(.*)$/.exec(part);
      if (!term) {
        throw badRequest(
          `invalid field selector ${JSON.stringify(
            text,
          )}: can't understand '${part}'`,
        );
      }
      if (!allowed.includes(term[1])) {
        throw badRequest(
          `${JSON.stringify(
            term[1],
          )} is not a known field selector: only ${allowed
            .map(field => JSON.stringify(field))
            .join(', ')}`,
        );
      }
      return { path: term[1], equal: term[2] !== '!=', value: term[3] };
    });
  return {
    empty: terms.length === 0,
    matches: object =>
      terms.every(
        ({ path, equal, value }) => (valueAt(object, path) === value) === equal,
      ),
  };
}
