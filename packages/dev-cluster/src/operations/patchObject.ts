import type { JsonObject, JsonValue } from '@backstage/types';
import { applyConfiguration } from '../apply/applyConfiguration';
import type { Writer } from '../apply/ManagedFields';
import { schemaOf } from '../apply/schemas';
import { badRequest, conflict, invalid, notFound } from '../api/errors';
import { invalidValue } from '../api/fieldProblems';
import { apiVersionOf, type ResourceType } from '../api/ResourceType';
import {
  isJsonObject,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import { jsonPatch } from '../patch/jsonPatch';
import { mergePatch } from '../patch/mergePatch';
import { timestamp, type ClusterState } from './ClusterState';
import { createObject } from './createObject';
import { normalizeObject } from './normalizeObject';
import { updateObject } from './updateObject';

/** A patch and what it is for. */
export interface PatchOptions {
  readonly cluster: ClusterState;
  readonly type: ResourceType;
  readonly namespace: string;
  readonly name: string;
  readonly subresource: string;
  readonly patch: JsonValue;
  readonly writer: Writer;
  readonly dryRun: boolean;
  /** May refuse the object as it is going to be. */
  readonly admit?: (object: KubernetesObject) => void;
}

/** A patch cannot give an object another identity. */
function refuseOtherUid(
  type: ResourceType,
  live: KubernetesObject,
  uid: string | undefined,
): void {
  if (!uid || uid === live.metadata.uid) return;
  const problem = invalidValue('metadata.uid', uid, 'field is immutable');
  throw invalid({ type, name: live.metadata.name, problems: [problem] });
}

function checkName(name: string, inBody: string): void {
  if (inBody && inBody !== name) {
    throw badRequest(
      `the name of the object (${inBody}) does not match the name on the URL (${name})`,
    );
  }
}

/** An applied configuration says in full what it is, and never who owns its fields. */
function checkConfiguration(patch: JsonValue): void {
  if (!isJsonObject(patch) || !patch.kind || !patch.apiVersion) {
    throw badRequest(
      'invalid object type: an applied configuration needs apiVersion and kind',
    );
  }
  if (isJsonObject(patch.metadata) && patch.metadata.managedFields) {
    throw badRequest('metadata.managedFields must be nil');
  }
}

/** What the other endpoints of the resource own. */
function foreignFields(type: ResourceType, subresource: string): string[] {
  if (subresource === 'status') return ['spec'];
  return type.statusSubresource ? ['status'] : [];
}

/** Merge patch or JSON patch of an object that exists. */
export function patchObject(
  options: PatchOptions & { format: 'merge' | 'json' },
): KubernetesObject {
  const { cluster, type, namespace, name, patch, format } = options;
  const live = cluster.store.get(type, namespace, name);
  if (!live) throw notFound(type, name);
  const patched =
    format === 'merge'
      ? mergePatch(live as JsonObject, patch)
      : jsonPatch(live as JsonObject, patch);
  const object = normalizeObject({ type, namespace, body: patched });
  refuseOtherUid(type, live, object.metadata.uid);
  checkName(name, object.metadata.name);
  return updateObject({ ...options, live, object });
}

/** Server-side apply; creates the object where it is missing. */
export function applyObject(options: PatchOptions & { force: boolean }): {
  created: boolean;
  object: KubernetesObject;
} {
  const { cluster, type, namespace, name, subresource, patch, writer } =
    options;
  checkConfiguration(patch);
  const configuration = normalizeObject({ type, namespace, body: patch });
  const live = cluster.store.get(type, namespace, name);
  const { uid } = configuration.metadata;
  checkName(name, configuration.metadata.name);
  if (live) refuseOtherUid(type, live, uid);
  if (!live && subresource) throw notFound(type, name);
  if (!live && uid) {
    throw conflict(
      type,
      name,
      `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`,
    );
  }
  const applied = applyConfiguration({
    schema: schemaOf(type),
    live: live ?? {
      apiVersion: apiVersionOf(type),
      kind: type.kind,
      metadata: { name, ...(type.namespaced && { namespace }) },
    },
    configuration: configuration as JsonObject,
    writer,
    force: options.force,
    time: timestamp(),
    leaveOut: foreignFields(type, subresource),
  });
  if (!live) {
    const object = createObject({ ...options, object: applied, tracked: true });
    return { created: true, object };
  }
  const { resourceVersion } = configuration.metadata;
  const object = {
    ...applied,
    metadata: {
      ...applied.metadata,
      ...(resourceVersion && { resourceVersion }),
    },
  };
  return {
    created: false,
    object: updateObject({ ...options, live, object, tracked: true }),
  };
}
