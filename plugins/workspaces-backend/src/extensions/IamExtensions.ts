import type {
  IamProvider,
  IamProviderContext,
  WorkspacesIamExtensionPoint,
} from '@team-workspaces/backstage-plugin-workspaces-node';

type CreateProvider = (context: IamProviderContext) => IamProvider;

/** Holds the provider of AWS roles that a module sets. */
export class IamExtensions implements WorkspacesIamExtensionPoint {
  #create: CreateProvider | undefined;

  setProvider(create: CreateProvider): void {
    if (this.#create) {
      throw new Error(
        'There is a provider of AWS roles already; only one module can set one.',
      );
    }
    this.#create = create;
  }

  /** The provider of the module, or what is made otherwise. */
  createProvider(
    context: IamProviderContext,
    otherwise: CreateProvider,
  ): IamProvider {
    return (this.#create ?? otherwise)(context);
  }
}
