/** One entry of `metadata.managedFields`. @public */
export interface ManagedFieldsEntry {
  readonly manager?: string;
  readonly operation?: string;
  readonly subresource?: string;
  readonly time?: string;
  readonly fieldsV1?: object;
}

/** Metadata of a Kubernetes object, as far as we read it. @public */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly finalizers?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly managedFields?: readonly ManagedFieldsEntry[];
}

/** Any Kubernetes object, in its JSON form. @public */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  readonly [field: string]: unknown;
}

/** A kind of object. @public */
export interface ObjectKind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Which object. @public */
export interface ObjectIdentity extends ObjectKind {
  readonly namespace?: string;
  readonly name: string;
}
