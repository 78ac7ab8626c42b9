import type { IamProviderContext } from '@team-workspaces/backstage-plugin-workspaces-node';

/** What the backend gives to its provider when it starts, for whoever was made before. */
export class BackendContext {
  #context: IamProviderContext | undefined;

  set(context: IamProviderContext): void {
    this.#context = context;
  }

  /** Throws before the backend has started. */
  get(): IamProviderContext {
    if (!this.#context) {
      throw new Error(
        'The backend has not asked for its provider of AWS roles yet',
      );
    }
    return this.#context;
  }
}
