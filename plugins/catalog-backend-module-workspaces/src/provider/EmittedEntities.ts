import { createHash } from 'node:crypto';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';

/** What a workspace was last emitted as. */
interface Emitted {
  readonly hash: string;
  readonly entityRefs: readonly string[];
}

/** The entities of one workspace. */
export interface WorkspaceEntities {
  readonly workspaceId: string;
  /** None when the workspace is gone. */
  readonly entities: readonly Entity[];
}

/** What is to be told to the catalog. */
export interface EntityDelta {
  readonly added: readonly Entity[];
  readonly removed: readonly string[];
}

/** Remembers what was emitted, so that what did not change is not emitted again. */
export class EmittedEntities {
  #emitted = new Map<string, Emitted>();

  /** After everything was emitted anew. */
  replace(all: readonly WorkspaceEntities[]): void {
    this.#emitted = new Map(
      all.map(one => [one.workspaceId, toEmitted(one.entities)]),
    );
  }

  /** What differs from what was emitted last. */
  compare(changed: readonly WorkspaceEntities[]): EntityDelta {
    const added: Entity[] = [];
    const removed: string[] = [];
    for (const { workspaceId, entities } of changed) {
      const before = this.#emitted.get(workspaceId);
      const now = toEmitted(entities);
      if (now.hash !== before?.hash) {
        added.push(...entities);
        removed.push(
          ...(before?.entityRefs ?? []).filter(
            ref => !now.entityRefs.includes(ref),
          ),
        );
      }
    }
    return { added, removed };
  }

  /** After what {@link compare} told was emitted. */
  update(changed: readonly WorkspaceEntities[]): void {
    for (const { workspaceId, entities } of changed) {
      if (entities.length > 0) {
        this.#emitted.set(workspaceId, toEmitted(entities));
      } else {
        this.#emitted.delete(workspaceId);
      }
    }
  }
}

function toEmitted(entities: readonly Entity[]): Emitted {
  return {
    hash: createHash('sha256').update(JSON.stringify(entities)).digest('hex'),
    entityRefs: entities.map(stringifyEntityRef),
  };
}
