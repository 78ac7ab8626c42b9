import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ExplainAccessRequest } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  ServiceAccounts,
  SessionIdentity,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { serviceAccountName } from '../people/serviceAccountName';
import { validationFailed } from '../service/RequestError';
import type { PeopleStore, StoredWorkspace } from '../types';

/** What {@link SessionIdentities} work with. */
export interface SessionIdentitiesOptions {
  readonly serviceAccounts: ServiceAccounts;
  readonly people: Pick<PeopleStore, 'findPeople'>;
  readonly logger: LoggerService;
}

/** The ServiceAccounts under which sessions would run that people ask about. */
export class SessionIdentities {
  readonly #options: SessionIdentitiesOptions;

  constructor(options: SessionIdentitiesOptions) {
    this.#options = options;
  }

  /** That of the caller in the first namespace, made sure of first; undefined for those who are no members. */
  async own(
    workspace: StoredWorkspace,
    userRef: string,
  ): Promise<SessionIdentity | undefined> {
    const name = await this.#ensure(workspace, userRef);
    const namespace = workspace.namespaces[0]?.name;
    return name && namespace ? { namespace, serviceAccount: name } : undefined;
  }

  /** That which a request names, or the caller's own. Throws a `RequestError` for namespaces of others. */
  async asked(
    workspace: StoredWorkspace,
    request: Pick<ExplainAccessRequest, 'namespace' | 'serviceAccount'>,
    userRef: string,
  ): Promise<SessionIdentity> {
    const names = workspace.namespaces.map(({ name }) => name);
    const { namespace = names[0], serviceAccount } = request;
    if (!names.includes(namespace)) {
      throw validationFailed([
        {
          field: 'namespace',
          rule: 'of-workspace',
          message: `The namespace "${namespace}" is not one of this workspace.`,
        },
      ]);
    }
    return {
      namespace,
      serviceAccount:
        serviceAccount ??
        (await this.#ensure(workspace, userRef)) ??
        (await this.#nameOf(userRef)),
    };
  }

  /** The name, where the caller is a member. A cluster that does not answer is for the answer to tell. */
  async #ensure(
    workspace: StoredWorkspace,
    userRef: string,
  ): Promise<string | undefined> {
    const { serviceAccounts, logger } = this.#options;
    try {
      const ensured = await serviceAccounts.ensureServiceAccount(
        workspace,
        userRef,
      );
      return ensured?.name;
    } catch (error) {
      logger.warn(
        `Workspace ${
          workspace.id
        }: the ServiceAccount of ${userRef} was not looked at: ${stringifyError(
          error,
        )}`,
      );
      return undefined;
    }
  }

  /** The name that somebody would have who is no member. */
  async #nameOf(userRef: string): Promise<string> {
    const [person] = await this.#options.people.findPeople([userRef]);
    return person?.serviceAccount ?? serviceAccountName(userRef);
  }
}
