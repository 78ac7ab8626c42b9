import {
  maxIdLength,
  type GroupOption,
  type Options,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type {
  DirectoryEntry,
  GroupDirectory,
  SubjectState,
} from '../membership/GroupDirectory';
import type { Caller } from '../permissions/Caller';
import type {
  ClusterRegistry,
  WorkspacesConfig,
  WorkspaceStore,
} from '../types';

/** Reads what a caller can choose from when requesting a workspace. */
export class OptionsReader {
  readonly #config: WorkspacesConfig;
  readonly #store: Pick<WorkspaceStore, 'countByOwner'>;
  readonly #clusters: Pick<ClusterRegistry, 'list'>;
  readonly #groups: GroupDirectory;

  constructor(options: {
    config: WorkspacesConfig;
    store: Pick<WorkspaceStore, 'countByOwner'>;
    clusters: Pick<ClusterRegistry, 'list'>;
    groups: GroupDirectory;
  }) {
    this.#config = options.config;
    this.#store = options.store;
    this.#clusters = options.clusters;
    this.#groups = options.groups;
  }

  async read(caller: Caller): Promise<Options> {
    const config = this.#config;
    return {
      userRef: caller.userRef,
      isPortalAdmin: caller.isPortalAdmin,
      admins: [...config.admins],
      groups: await this.#readGroups(caller),
      quotaProfiles: config.quotaProfiles.map(
        ({ name, title, description, hard }) => ({
          name,
          title,
          description,
          hard: { ...hard },
        }),
      ),
      defaultQuotaProfile: config.defaultQuotaProfile,
      clusters: this.#clusters.list().map(cluster => ({
        name: cluster.name,
        title: cluster.title ?? cluster.name,
        simulated: cluster.simulated ?? false,
      })),
      namespaces: config.namespaces.map(({ suffix, networkProfile }) => ({
        suffix,
        networkProfile,
      })),
      maxIdLength: maxIdLength(config.namespaces.map(({ suffix }) => suffix)),
    };
  }

  async #readGroups(caller: Caller): Promise<GroupOption[]> {
    const above = await this.#groups.ancestorsOf(caller.groups);
    const entries = await this.#groups.find([...caller.groups, ...above]);
    const groups = this.#groups.withoutGroupsOfWorkspaces(caller.groups);
    const counts = await this.#store.countByOwner(groups);
    const options = groups.map(ref =>
      this.#toOption(ref, entries, counts.get(ref) ?? 0),
    );
    return options.sort((a, b) =>
      a.path.join('/').localeCompare(b.path.join('/')),
    );
  }

  #toOption(
    ref: string,
    entries: ReadonlyMap<string, DirectoryEntry>,
    workspaces: number,
  ): GroupOption {
    const limit = this.#config.workspacesPerGroup;
    const { state = 'unknown' } =
      this.#groups.recallStanding([ref]).get(ref) ?? {};
    const problem = problemOf(state, workspaces, limit);
    return {
      ref,
      title: entries.get(ref)?.title ?? ref,
      path: pathOf(ref, entries),
      workspaces,
      limit,
      allowed: problem === undefined,
      problem,
    };
  }
}

function problemOf(
  state: SubjectState,
  workspaces: number,
  limit: number,
): string | undefined {
  if (state === 'unknown') {
    return 'The catalog does not have this Group.';
  }
  if (state === 'untrusted') {
    return 'The catalog has this Group from a location that is not trusted.';
  }
  return workspaces >= limit
    ? `The Group has ${workspaces} of ${limit} team workspaces.`
    : undefined;
}

function pathOf(
  ref: string,
  entries: ReadonlyMap<string, DirectoryEntry>,
): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (
    let current: string | undefined = ref;
    current !== undefined && !seen.has(current);

  ) {
    seen.add(current);
    const entry: DirectoryEntry | undefined = entries.get(current);
    path.unshift(entry?.title ?? current);
    current = entry?.parents[0];
  }
  return path;
}
