import { builtIn } from '../api/ResourceRegistry';
import {
  listField,
  objectField,
  stringField,
  type KubernetesObject,
} from '../objects/KubernetesObject';
import type { ClusterState } from '../operations/ClusterState';
import { updateObject } from '../operations/updateObject';
import type { StoredEvent } from '../storage/EventHistory';
import { tableName } from '../storage/ObjectStore';
import { controllerManager, type Controller } from './Controller';
import { writeStatus } from './writeStatus';

const claims = builtIn('', 'persistentvolumeclaims');
const pods = builtIn('', 'pods');
const protection = 'kubernetes.io/pvc-protection';

function claimsOf(pod: KubernetesObject): (string | undefined)[] {
  return listField(pod.spec, 'volumes').map(volume =>
    stringField(objectField(volume, 'persistentVolumeClaim'), 'claimName'),
  );
}

/** Binds claims to volumes that do not exist, and lets deleted ones go once no pod uses them. */
export class PersistentVolumeClaimController implements Controller {
  readonly #cluster: ClusterState;
  readonly #changed = new Set<string>();

  constructor(cluster: ClusterState) {
    this.#cluster = cluster;
  }

  handle({ table, type, object }: StoredEvent): void {
    const { namespace = '' } = object.metadata;
    if (
      table === tableName(claims) ||
      (table === tableName(pods) && type === 'DELETED')
    ) {
      this.#changed.add(namespace);
    }
  }

  reconcile(): void {
    const namespaces = [...this.#changed];
    this.#changed.clear();
    for (const namespace of namespaces) {
      for (const claim of this.#cluster.store.list(claims, { namespace })) {
        if (claim.metadata.deletionTimestamp) this.#release(claim);
        else this.#bind(claim);
      }
    }
  }

  #bind(claim: KubernetesObject): void {
    const spec = objectField(claim, 'spec');
    const { storage = '0' } = objectField(
      objectField(spec, 'resources'),
      'requests',
    );
    writeStatus({
      cluster: this.#cluster,
      type: claims,
      object: claim,
      status: {
        phase: 'Bound',
        accessModes: listField(spec, 'accessModes'),
        capacity: { storage },
      },
    });
  }

  #release(claim: KubernetesObject): void {
    const { namespace, name, finalizers = [] } = claim.metadata;
    const inUse = this.#cluster.store
      .list(pods, { namespace })
      .some(pod => claimsOf(pod).includes(name));
    if (inUse || !finalizers.includes(protection)) return;
    updateObject({
      cluster: this.#cluster,
      type: claims,
      live: claim,
      object: {
        ...claim,
        metadata: {
          ...claim.metadata,
          finalizers: finalizers.filter(finalizer => finalizer !== protection),
        },
      },
      writer: {
        manager: controllerManager,
        operation: 'Update',
        apiVersion: 'v1',
      },
    });
  }
}
