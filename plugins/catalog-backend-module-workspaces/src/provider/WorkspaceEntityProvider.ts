import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { CatalogWorkspace } from '@team-workspaces/backstage-plugin-workspaces-common';
import pLimit from 'p-limit';
import type { RenderOptions } from '../entities/commonMetadata';
import { toEntities } from '../entities/toEntities';
import type { WorkspaceSource } from '../source/WorkspaceSource';
import { ChangeBuffer } from './ChangeBuffer';
import { EmittedEntities, type WorkspaceEntities } from './EmittedEntities';
import { retryUntil } from './retryUntil';

const PROVIDER_NAME = 'workspaces';

/** What a {@link WorkspaceEntityProvider} works with. */
export interface WorkspaceEntityProviderOptions {
  readonly source: Pick<WorkspaceSource, 'readAll' | 'readSome'>;
  readonly taskRunner: SchedulerServiceTaskRunner;
  readonly logger: LoggerService;
  readonly render: RenderOptions;
}

/**
 * Emits a Resource and a Group for each workspace.
 *
 * Every backend reads all workspaces at its start and by schedule, and single ones when it hears that they changed.
 * Reads and mutations of one backend come one after the other, so that nothing older overwrites what is newer; since
 * every backend hears of every change, the same holds between them once the last one has read. A read that fails
 * emits nothing: what the catalog has stays as it is.
 */
export class WorkspaceEntityProvider implements EntityProvider {
  readonly #options: WorkspaceEntityProviderOptions;
  readonly #emitted = new EmittedEntities();
  readonly #oneByOne = pLimit(1);
  readonly #changes: ChangeBuffer;
  #connection: EntityProviderConnection | undefined;
  #isComplete = false;

  constructor(options: WorkspaceEntityProviderOptions) {
    this.#options = options;
    this.#changes = new ChangeBuffer({
      handle: ids => this.emitChanges(ids),
      onFailure: (error, waitMs) => this.#logFailure(error, waitMs),
    });
  }

  getProviderName(): string {
    return PROVIDER_NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#options.taskRunner.run({
      id: `${PROVIDER_NAME}-entity-provider`,
      fn: signal => this.refresh(signal),
    });
  }

  /** Emits all workspaces; again and again until their backend answers or the signal aborts. */
  async refresh(signal: AbortSignal): Promise<void> {
    await retryUntil({
      operation: () => this.#oneByOne(() => this.#emitAll(signal)),
      onFailure: (error, waitMs) => this.#logFailure(error, waitMs),
      signal,
    });
  }

  /** Notes that a workspace was created, changed or deleted. */
  workspaceChanged(id: string): void {
    this.#changes.add(id);
  }

  /** Emits what differs of some workspaces. Throws when they cannot be read. */
  async emitChanges(ids: readonly string[]): Promise<void> {
    await this.#oneByOne(() => this.#emitSome(ids));
  }

  /** Drops changes that wait. */
  stop(): void {
    this.#changes.stop();
  }

  async #emitAll(signal: AbortSignal): Promise<void> {
    const workspaces = await this.#options.source.readAll(signal);
    const all = workspaces.map(workspace => this.#render(workspace));
    await this.#connected().applyMutation({
      type: 'full',
      entities: all.flatMap(({ entities }) => entities).map(deferred),
    });
    this.#emitted.replace(all);
    this.#isComplete = true;
    this.#options.logger.debug(
      `The catalog has been told about ${all.length} workspaces.`,
    );
  }

  async #emitSome(ids: readonly string[]): Promise<void> {
    if (!this.#isComplete) {
      // The first full read, which is still to come, is newer than these changes.
      return;
    }
    const found = new Map(
      (await this.#options.source.readSome(ids)).map(one => [one.id, one]),
    );
    const changed = ids.map(id => {
      const workspace = found.get(id);
      return workspace
        ? this.#render(workspace)
        : { workspaceId: id, entities: [] };
    });
    const { added, removed } = this.#emitted.compare(changed);
    if (added.length > 0 || removed.length > 0) {
      await this.#connected().applyMutation({
        type: 'delta',
        added: added.map(deferred),
        removed: removed.map(entityRef => ({
          entityRef,
          locationKey: PROVIDER_NAME,
        })),
      });
    }
    this.#emitted.update(changed);
  }

  #render(workspace: CatalogWorkspace): WorkspaceEntities {
    return {
      workspaceId: workspace.id,
      entities: toEntities(workspace, this.#options.render),
    };
  }

  #connected(): EntityProviderConnection {
    if (!this.#connection) {
      throw new Error('The catalog has not connected its workspaces yet.');
    }
    return this.#connection;
  }

  #logFailure(error: unknown, waitMs: number): void {
    this.#options.logger.warn(
      `Workspaces could not be read, and the catalog keeps what it has; again in ${
        waitMs / 1_000
      } s: ${stringifyError(error)}`,
    );
  }
}

function deferred(entity: Entity): DeferredEntity {
  return { entity, locationKey: PROVIDER_NAME };
}
