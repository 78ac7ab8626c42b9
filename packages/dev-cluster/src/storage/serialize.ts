import type { KubernetesObject } from '../objects/KubernetesObject';

const bodies = new WeakMap<KubernetesObject, string>();

/** Everything but `kind` and `apiVersion` as the inside of a JSON object, kept for the next reader. */
function bodyOf(object: KubernetesObject): string {
  const known = bodies.get(object);
  if (known !== undefined) return known;
  const { kind: _kind, apiVersion: _apiVersion, ...rest } = object;
  const text = JSON.stringify(rest).slice(1, -1);
  bodies.set(object, text);
  return text;
}

/** The JSON of one object under the version it is asked in. */
export function serializeObject(
  object: KubernetesObject,
  apiVersion: string = object.apiVersion,
): string {
  return `{"kind":${JSON.stringify(object.kind)},"apiVersion":${JSON.stringify(
    apiVersion,
  )},${bodyOf(object)}}`;
}

/** The JSON of an item of a typed list, where Kubernetes leaves out kind and version. */
export function serializeListItem(object: KubernetesObject): string {
  return `{${bodyOf(object)}}`;
}

/** The JSON of the metadata alone. */
export function serializeMetadata(object: KubernetesObject): string {
  return `{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":${JSON.stringify(
    object.metadata,
  )}}`;
}
