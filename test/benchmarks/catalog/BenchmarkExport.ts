import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogExport } from '@team-workspaces/backstage-plugin-workspaces-backend/src/catalogExport/CatalogExport';
import { CatalogMembershipResolver } from '@team-workspaces/backstage-plugin-workspaces-backend/src/membership/CatalogMembershipResolver';
import { GroupDirectory } from '@team-workspaces/backstage-plugin-workspaces-backend/src/membership/GroupDirectory';
import { DatabaseWorkspaceStore } from '@team-workspaces/backstage-plugin-workspaces-backend/src/store';
import type {
  CatalogWorkspaceList,
  WorkspacesClient,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import { newWorkspace, workspaceIds } from '../portal/workspaces';

const GROUPS = 200;
const MEMBERS_PER_GROUP = 20;
const WRITES_AT_ONCE = 4;

const groupRef = (index: number) => `group:default/team-${index % GROUPS}`;
const userRef = (name: string) => `user:default/${name}`;

/** The backend of workspaces on PostgreSQL as the catalog reads it, in one process instead of over HTTP. */
export class BenchmarkExport
  implements Pick<WorkspacesClient, 'listCatalogWorkspaces'>
{
  readonly ids: readonly string[];
  readonly #export: CatalogExport;
  /** Answers so far, in bytes of JSON. */
  bytes = 0;

  static async create(knex: Knex, workspaces: number) {
    const store = await DatabaseWorkspaceStore.create({
      database: { getClient: async () => knex },
    });
    const ids = workspaceIds('team', workspaces);
    const limit = pLimit(WRITES_AT_ONCE);
    await Promise.all(
      ids.map((id, index) =>
        limit(() =>
          store.create(
            { ...newWorkspace(id), owner: groupRef(index) },
            Number.MAX_SAFE_INTEGER,
          ),
        ),
      ),
    );
    const membership = new CatalogMembershipResolver({
      groups: new GroupDirectory({
        catalog: catalogServiceMock({ entities: organisation() }),
        auth: mockServices.auth(),
        logger: mockServices.rootLogger({ level: 'error' }),
      }),
      nestedGroups: true,
    });
    return new BenchmarkExport(ids, new CatalogExport({ store, membership }));
  }

  private constructor(ids: readonly string[], catalogExport: CatalogExport) {
    this.ids = ids;
    this.#export = catalogExport;
  }

  async listCatalogWorkspaces(
    query: { id?: string[]; cursor?: string } = {},
  ): Promise<CatalogWorkspaceList> {
    const text = JSON.stringify(await this.#export.read(query));
    this.bytes += Buffer.byteLength(text);
    return JSON.parse(text);
  }
}

function organisation(): Entity[] {
  return Array.from({ length: GROUPS }, (_, group) => {
    const users = Array.from(
      { length: MEMBERS_PER_GROUP },
      (_member, index) => `user-${group}-${index}`,
    );
    return [
      entity('Group', `team-${group}`, 'hasMember', users.map(userRef)),
      ...users.map(user => entity('User', user, 'memberOf', [groupRef(group)])),
    ];
  }).flat();
}

function entity(
  kind: string,
  name: string,
  type: string,
  targets: readonly string[],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: targets.map(targetRef => ({ type, targetRef })),
  };
}
