import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { IamSettings } from '@team-workspaces/backstage-plugin-workspaces-common';
import { isUniqueViolation } from '../store/isUniqueViolation';
import { toIamSettings } from '../store/mapping';
import { changeWorkspace } from '../store/operations/changeWorkspace';
import { findWorkspace } from '../store/operations/findWorkspace';
import type { WorkspaceRow } from '../store/rows';
import { StoreDatabase } from '../store/StoreDatabase';
import type { IamStore } from '../types';

type Store<TMethod extends keyof IamStore> = IamStore[TMethod];

/** Keeps roles in the rows of workspaces, whose tables are there already. */
export class DatabaseIamStore implements IamStore {
  readonly #database: StoreDatabase;

  static async create(options: {
    readonly database: DatabaseService;
  }): Promise<DatabaseIamStore> {
    const client = await options.database.getClient();
    return new DatabaseIamStore(new StoreDatabase({ client }));
  }

  private constructor(database: StoreDatabase) {
    this.#database = database;
  }

  setIam: Store<'setIam'> = async (uid, revision, settings) => {
    try {
      return (await this.#change(uid, revision, settings))
        ? await findWorkspace(this.#database.client, { uid })
        : undefined;
    } catch (error) {
      if (isUniqueViolation(error)) {
        return 'role-taken';
      }
      throw error;
    }
  };

  findByRoleArn: Store<'findByRoleArn'> = roleArn =>
    findWorkspace(this.#database.client, { iam_role_arn: roleArn });

  listNeighbours: Store<'listNeighbours'> = async () => {
    const rows = await this.#database
      .client<WorkspaceRow>('workspaces')
      .select(
        'uid',
        'id',
        'cluster',
        'namespaces',
        'is_default',
        'iam_mode',
        'iam_role_arn',
      );
    return rows.map(row => ({
      uid: row.uid,
      id: row.id,
      cluster: row.cluster,
      namespaces: JSON.parse(row.namespaces),
      isDefault: Boolean(row.is_default),
      iam: toIamSettings(row),
    }));
  };

  saveIamSync: Store<'saveIamSync'> = async (uid, sync) => {
    await this.#database
      .client<WorkspaceRow>('workspaces')
      .where({ uid })
      .update({
        iam_last_sync: JSON.stringify(sync),
        version: this.#database.client.raw('version + 1'),
      });
  };

  #change(
    uid: string,
    revision: number,
    settings: IamSettings,
  ): Promise<boolean> {
    return changeWorkspace(this.#database, uid, workspace => ({
      restart: true,
      set:
        workspace.revision === revision && !workspace.isDefault
          ? {
              iam_mode: settings.mode,
              iam_role_arn: settings.roleArn ?? null,
              // What came of writing another role says nothing about this one.
              iam_last_sync: null,
              revision: revision + 1,
              generation: workspace.generation + 1,
              updated_at: this.#database.now(),
            }
          : undefined,
    }));
  }
}
