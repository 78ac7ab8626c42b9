import type {
  MemberPerson,
  ServiceAccountSummary,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { GroupDirectory } from '../membership/GroupDirectory';
import type {
  PeopleStatusReader,
  PersonStatus,
} from '../members/PeopleStatusReader';
import { SERVICE_ACCOUNTS_STEP } from '../steps/ServiceAccountsStep';
import type {
  PeopleStore,
  StoredPerson,
  StoredWorkspace,
  WorkspaceStore,
} from '../types';

/** Tells how people are from records and conditions, without asking a cluster. */
export class RecordedPeopleStatus implements PeopleStatusReader {
  readonly #people: Pick<PeopleStore, 'findPeople' | 'findByServiceAccounts'>;
  readonly #store: Pick<WorkspaceStore, 'listRecords'>;
  readonly #groups: Pick<GroupDirectory, 'find'>;

  constructor(options: {
    people: Pick<PeopleStore, 'findPeople' | 'findByServiceAccounts'>;
    store: Pick<WorkspaceStore, 'listRecords'>;
    groups: Pick<GroupDirectory, 'find'>;
  }) {
    this.#people = options.people;
    this.#store = options.store;
    this.#groups = options.groups;
  }

  async statusOf(
    workspace: StoredWorkspace,
    refs: readonly string[],
  ): Promise<ReadonlyMap<string, PersonStatus>> {
    const [people, counts] = await Promise.all([
      this.#people.findPeople(refs),
      this.#countRecords(workspace),
    ]);
    return new Map(
      people.map(person => [
        person.ref,
        {
          serviceAccounts: summarise(
            workspace,
            person.serviceAccount,
            counts.get(person.serviceAccount) ?? 0,
          ),
          lastSignInAt: person.lastSignInAt,
        },
      ]),
    );
  }

  async leaving(
    workspace: StoredWorkspace,
    memberRefs: readonly string[],
  ): Promise<Omit<MemberPerson, 'role'>[]> {
    const counts = await this.#countRecords(workspace);
    const people = await this.#people.findByServiceAccounts([...counts.keys()]);
    const members = new Set(memberRefs);
    const leaving = people.filter(({ ref }) => !members.has(ref));
    const known = await this.#groups.find(leaving.map(({ ref }) => ref));
    return leaving.map(({ ref, serviceAccount, lastSignInAt }) => {
      const left = counts.get(serviceAccount) ?? 0;
      return {
        ref,
        title: known.get(ref)?.title ?? ref,
        via: [],
        serviceAccounts: {
          state: 'leaving',
          name: serviceAccount,
          ready: left,
          total: left,
        },
        lastSignInAt,
      };
    });
  }

  /** How many ServiceAccounts our records have of each name. */
  async #countRecords({
    uid,
  }: StoredWorkspace): Promise<Map<StoredPerson['serviceAccount'], number>> {
    const counts = new Map<string, number>();
    for (const { step, name } of await this.#store.listRecords(uid)) {
      if (step === SERVICE_ACCOUNTS_STEP) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    return counts;
  }
}

function summarise(
  { namespaces, conditions }: StoredWorkspace,
  name: string,
  recorded: number,
): ServiceAccountSummary {
  const total = namespaces.length;
  const ready = Math.min(recorded, total);
  const conflicts = conditions.some(
    ({ type, reason, object }) =>
      type === SERVICE_ACCOUNTS_STEP &&
      reason === 'ServiceAccountConflict' &&
      object?.name === name,
  );
  const pending = ready < total ? 'pending' : 'ready';
  return { state: conflicts ? 'conflict' : pending, name, ready, total };
}
