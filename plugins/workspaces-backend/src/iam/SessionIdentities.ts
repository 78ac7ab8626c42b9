import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CheckIamRequest } from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  IamProvider,
  ServiceAccounts,
  SessionIdentity,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import { serviceAccountName } from '../people/serviceAccountName';
import { validationFailed } from '../service/RequestError';
import type {
  MembershipResolver,
  PeopleResolver,
  PeopleStore,
  StoredWorkspace,
} from '../types';
import { writeRefusal } from './refusals';

/** What {@link SessionIdentities} work with. */
export interface SessionIdentitiesOptions {
  readonly serviceAccounts: ServiceAccounts;
  readonly provider: Pick<IamProvider, 'sharedServiceAccount'>;
  readonly membership: MembershipResolver;
  readonly people: {
    readonly people: Pick<PeopleStore, 'findPeople'>;
    readonly resolver: Pick<PeopleResolver, 'peopleOf'>;
  };
  readonly logger: LoggerService;
}

/** The ServiceAccounts under which sessions would run that people ask about. */
export class SessionIdentities {
  readonly #options: SessionIdentitiesOptions;

  constructor(options: SessionIdentitiesOptions) {
    this.#options = options;
  }

  /**
   * That which a request names, of a member or the one that pods share; or the caller's own, made sure of first.
   * Undefined for callers who are no members. Throws a `RequestError` for namespaces and ServiceAccounts of others.
   */
  async ofMember(
    workspace: StoredWorkspace,
    request: CheckIamRequest,
    userRef: string,
  ): Promise<SessionIdentity | undefined> {
    const namespace = namespaceOf(workspace, request.namespace);
    const { serviceAccount } = request;
    if (serviceAccount !== undefined) {
      await this.#requireMember(workspace, serviceAccount);
      return { namespace, serviceAccount };
    }
    const own = await this.#ensure(workspace, userRef);
    return own === undefined ? undefined : { namespace, serviceAccount: own };
  }

  /** Like {@link SessionIdentities.ofMember}, and for callers who are no members what they would have as such. */
  async asked(
    workspace: StoredWorkspace,
    request: CheckIamRequest,
    userRef: string,
  ): Promise<SessionIdentity> {
    return (
      (await this.ofMember(workspace, request, userRef)) ?? {
        namespace: namespaceOf(workspace, request.namespace),
        serviceAccount: await this.#nameOf(userRef),
      }
    );
  }

  async #requireMember(
    workspace: StoredWorkspace,
    serviceAccount: string,
  ): Promise<void> {
    const { membership, people, provider } = this.#options;
    if (serviceAccount === provider.sharedServiceAccount?.(workspace)) {
      return;
    }
    const members = await membership
      .membersOf(workspace)
      .then(found => people.resolver.peopleOf(found))
      .catch(writeRefusal);
    if (!members.some(person => person.serviceAccount === serviceAccount)) {
      throw validationFailed([
        {
          field: 'serviceAccount',
          rule: 'of-member',
          message: `The ServiceAccount "${serviceAccount}" is not that of a member of this workspace.`,
        },
      ]);
    }
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
    const [person] = await this.#options.people.people.findPeople([userRef]);
    return person?.serviceAccount ?? serviceAccountName(userRef);
  }
}

/** The namespace that a request names, or the first. */
function namespaceOf(
  { namespaces }: StoredWorkspace,
  asked: string | undefined,
): string {
  const names = namespaces.map(({ name }) => name);
  const namespace = asked ?? names[0];
  if (!names.includes(namespace)) {
    throw validationFailed([
      {
        field: 'namespace',
        rule: 'of-workspace',
        message: `The namespace "${namespace}" is not one of this workspace.`,
      },
    ]);
  }
  return namespace;
}
