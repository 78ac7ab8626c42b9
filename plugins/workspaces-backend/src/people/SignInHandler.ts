import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DirectoryEntry } from '../membership/DirectoryEntry';
import type { GroupDirectory } from '../membership/GroupDirectory';
import type {
  MembershipResolver,
  PeopleStore,
  PendingSignIn,
  PersonIdentity,
  StoredWorkspace,
  WorkspaceStore,
} from '../types';
import type { CatalogPeopleResolver } from './CatalogPeopleResolver';
import { serviceAccountName } from './serviceAccountName';
import { subjectOf } from './subjectOf';

/** Workspaces read at once. */
const PAGE_SIZE = 200;

/** What a {@link SignInHandler} works with. */
export interface SignInHandlerOptions {
  readonly people: PeopleStore;
  readonly resolver: Pick<CatalogPeopleResolver, 'rolesOf'>;
  readonly workspaces: Pick<WorkspaceStore, 'list' | 'makeDue'>;
  readonly membership: MembershipResolver;
  readonly groups: Pick<GroupDirectory, 'find' | 'ancestorsOf'>;
  readonly nestedGroups: boolean;
  /** Annotation of Users with their subject; undefined for the entity ref. */
  readonly subjectAnnotation: string | undefined;
  readonly logger: LoggerService;
}

/**
 * Finds out what follows from sign-ins: how people are called, and which workspaces lack ServiceAccounts of theirs.
 * Only our records are looked at; where something is missing in the cluster, the pass finds out.
 */
export class SignInHandler {
  readonly #options: SignInHandlerOptions;

  constructor(options: SignInHandlerOptions) {
    this.#options = options;
  }

  /**
   * Handles sign-ins together, and returns how many workspaces became due. Throws when the catalog or the database does
   * not answer; the sign-ins are to be handled again then.
   */
  async handle(signIns: readonly PendingSignIn[]): Promise<number> {
    const { people, groups, workspaces } = this.#options;
    const users = await groups.find(signIns.map(({ ref }) => ref));
    const identities = await this.#identify([...users.values()]);
    const lacking = await this.#findLacking(users, identities);
    for (const { uid } of lacking) {
      await workspaces.makeDue(uid);
    }
    await people.finishSignIns(signIns);
    return lacking.length;
  }

  /** Learns how somebody is called who is here although no sign-in of theirs was handled yet. */
  async identify(ref: string): Promise<void> {
    const { people, groups } = this.#options;
    if ((await people.findPeople([ref])).length > 0) {
      return;
    }
    await people.addSignIn(ref);
    await this.#identify([...(await groups.find([ref])).values()]);
  }

  /** Stores how people are called, by entity ref. */
  async #identify(
    users: readonly DirectoryEntry[],
  ): Promise<Map<string, PersonIdentity>> {
    const { people, subjectAnnotation, logger } = this.#options;
    const stored = await people.findPeople(users.map(({ ref }) => ref));
    const known = new Map(stored.map(person => [person.ref, person]));
    const identities = new Map(
      users.map(user => [
        user.ref,
        identityOf(user.ref, subjectOf(user, subjectAnnotation)),
      ]),
    );
    const changed = [...identities.values()].filter(
      ({ ref, subject, serviceAccount }) =>
        known.get(ref)?.subject !== subject ||
        known.get(ref)?.serviceAccount !== serviceAccount,
    );
    for (const ref of await people.savePeople(changed)) {
      logger.warn(
        `The subject of ${ref} is that of somebody else already; the entity ref is used instead.`,
      );
      const own = identityOf(ref, ref);
      identities.set(ref, own);
      await people.savePeople([own]);
    }
    return identities;
  }

  /** Workspaces in which somebody is a member and lacks a ServiceAccount. */
  async #findLacking(
    users: ReadonlyMap<string, DirectoryEntry>,
    identities: ReadonlyMap<string, PersonIdentity>,
  ): Promise<StoredWorkspace[]> {
    const { people, workspaces } = this.#options;
    const records = await people.listServiceAccountRecords(
      [...identities.values()].map(({ serviceAccount }) => serviceAccount),
    );
    const recorded = new Set(
      records.map(one => keyOf(one.workspaceUid, one.namespace, one.name)),
    );
    const lacks = ({ uid, namespaces }: StoredWorkspace, ref: string) => {
      const name = identities.get(ref)?.serviceAccount;
      return (
        name !== undefined &&
        namespaces.some(one => !recorded.has(keyOf(uid, one.name, name)))
      );
    };
    const lacking: StoredWorkspace[] = [];
    const mine = await this.#refsOf(users);
    for (let offset = 0, total = Infinity; offset < total; ) {
      const page = await workspaces.list({ mine, limit: PAGE_SIZE, offset });
      for (const workspace of page.items) {
        if (
          !workspace.isDefault &&
          !workspace.deletionRequestedAt &&
          (await this.#membersAmong(workspace, users)).some(ref =>
            lacks(workspace, ref),
          )
        ) {
          lacking.push(workspace);
        }
      }
      total = page.totalItems;
      offset += PAGE_SIZE;
    }
    return lacking;
  }

  async #membersAmong(
    workspace: StoredWorkspace,
    users: ReadonlyMap<string, DirectoryEntry>,
  ): Promise<string[]> {
    const { membership, resolver } = this.#options;
    const roles = await resolver.rolesOf(await membership.membersOf(workspace));
    return [...users.keys()].filter(ref => roles.has(ref));
  }

  /** Everything by which users can be members: themselves, their Groups and, where these count, those above. */
  async #refsOf(users: ReadonlyMap<string, DirectoryEntry>): Promise<string[]> {
    const { groups, nestedGroups } = this.#options;
    const direct = [...users.values()].flatMap(({ memberOf }) => memberOf);
    const above = nestedGroups ? await groups.ancestorsOf(direct) : [];
    return [...new Set([...users.keys(), ...direct, ...above])];
  }
}

function identityOf(ref: string, subject: string): PersonIdentity {
  return { ref, subject, serviceAccount: serviceAccountName(subject) };
}

function keyOf(workspaceUid: string, namespace: string, name: string): string {
  return `${workspaceUid}/${namespace}/${name}`;
}
