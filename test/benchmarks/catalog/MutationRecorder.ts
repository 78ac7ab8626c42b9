import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';

type FullMutation = Extract<EntityProviderMutation, { type: 'full' }>;

/** Remembers mutations, and passes them on if there is a catalog. */
export class MutationRecorder implements EntityProviderConnection {
  readonly #connection: EntityProviderConnection | undefined;
  #latestFull: FullMutation | undefined;
  count = 0;

  constructor(connection?: EntityProviderConnection) {
    this.#connection = connection;
  }

  async applyMutation(mutation: EntityProviderMutation): Promise<void> {
    this.count += 1;
    if (mutation.type === 'full') {
      this.#latestFull = mutation;
    }
    await this.#connection?.applyMutation(mutation);
  }

  async refresh(): Promise<void> {}

  latestFull(): FullMutation {
    if (!this.#latestFull) {
      throw new Error('Nothing was emitted');
    }
    return this.#latestFull;
  }
}
