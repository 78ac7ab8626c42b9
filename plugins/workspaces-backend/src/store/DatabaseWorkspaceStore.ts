import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { WorkspaceRow } from './rows';
import type { StoredWorkspace, WorkspaceStore } from '../types';
import {
  activityFilters,
  addActivity,
  listActivity,
} from './operations/activity';
import { adoptNamespaces } from './operations/adoptNamespaces';
import { claimDue } from './operations/claimDue';
import { createWorkspace } from './operations/createWorkspace';
import { findWorkspace } from './operations/findWorkspace';
import { finishPass, saveProgress } from './operations/finishPass';
import { releaseLease, renewLease } from './operations/leases';
import { listRecords, listRecordsOfCluster } from './operations/listRecords';
import { countWorkspaces, listWorkspaces } from './operations/listWorkspaces';
import { listById } from './operations/listById';
import { makeDue } from './operations/makeDue';
import { putRecords } from './operations/putRecords';
import { nextDueAt, queueState } from './operations/queueState';
import { readWorkspaces } from './operations/readWorkspaces';
import { removeMember } from './operations/removeMember';
import { removeRecords } from './operations/removeRecords';
import { removeWorkspace } from './operations/removeWorkspace';
import { requestDeletion } from './operations/requestDeletion';
import { setMember } from './operations/setMember';
import { syncDefaultWorkspace } from './operations/syncDefaultWorkspace';
import { transferWorkspace } from './operations/transferWorkspace';
import { updateWorkspace } from './operations/updateWorkspace';
import { StoreDatabase } from './StoreDatabase';

type Store<TMethod extends keyof WorkspaceStore> = WorkspaceStore[TMethod];

/** Keeps workspaces in SQLite or PostgreSQL. */
export class DatabaseWorkspaceStore implements WorkspaceStore {
  readonly #database: StoreDatabase;

  /** Brings the tables up to date, unless migrations are switched off. */
  static async create(options: {
    readonly database: DatabaseService;
    /** Milliseconds since the epoch; for tests. */
    readonly clock?: () => number;
  }): Promise<DatabaseWorkspaceStore> {
    const client = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await client.migrate.latest({
        directory: resolvePackagePath(
          '@team-workspaces/backstage-plugin-workspaces-backend',
          'migrations',
        ),
      });
    }
    return new DatabaseWorkspaceStore(
      new StoreDatabase({ client, clock: options.clock }),
    );
  }

  private constructor(database: StoreDatabase) {
    this.#database = database;
  }

  create: Store<'create'> = (workspace, limit) =>
    createWorkspace(this.#database, workspace, limit);

  findById: Store<'findById'> = id =>
    findWorkspace(this.#database.client, { id });

  findByUid: Store<'findByUid'> = uid =>
    findWorkspace(this.#database.client, { uid });

  versionsOf: Store<'versionsOf'> = async uids => {
    const rows = await this.#database
      .client<WorkspaceRow>('workspaces')
      .whereIn('uid', [...uids])
      .select('uid', 'version');
    return new Map(rows.map(row => [row.uid, Number(row.version)]));
  };

  list: Store<'list'> = query => listWorkspaces(this.#database, query);

  listById: Store<'listById'> = page => listById(this.#database.client, page);

  count: Store<'count'> = query => countWorkspaces(this.#database, query);

  countByOwner: Store<'countByOwner'> = async owners => {
    const rows = await this.#database
      .client<WorkspaceRow>('workspaces')
      .whereIn('owner', [...owners])
      .where({ is_default: false })
      .groupBy('owner')
      .select('owner')
      .count({ total: '*' });
    return new Map(rows.map(row => [String(row.owner), Number(row.total)]));
  };

  update: Store<'update'> = async (uid, revision, patch) =>
    this.#readIf(
      uid,
      await updateWorkspace(this.#database, uid, revision, patch),
    );

  requestDeletion: Store<'requestDeletion'> = async (uid, revision, actor) =>
    this.#readIf(
      uid,
      await requestDeletion(this.#database, uid, revision, actor),
    );

  setMember: Store<'setMember'> = async (uid, revision, change) =>
    this.#readIf(uid, await setMember(this.#database, uid, revision, change));

  removeMember: Store<'removeMember'> = async (uid, revision, subject) =>
    this.#readIf(
      uid,
      await removeMember(this.#database, uid, revision, subject),
    );

  transfer: Store<'transfer'> = async (uid, revision, change) =>
    this.#readIf(
      uid,
      await transferWorkspace(this.#database, uid, revision, change),
    );

  makeDue: Store<'makeDue'> = (uid, options) =>
    makeDue(this.#database, uid, options);

  adopt: Store<'adopt'> = async (uid, revision, records) =>
    this.#readIf(
      uid,
      await adoptNamespaces(this.#database, uid, revision, records),
    );

  syncDefaultWorkspace: Store<'syncDefaultWorkspace'> = workspace =>
    syncDefaultWorkspace(this.#database, workspace);

  claimDue: Store<'claimDue'> = (limit, leaseMs) =>
    claimDue(this.#database, limit, leaseMs);

  renewLease: Store<'renewLease'> = (lease, leaseMs) =>
    renewLease(this.#database, lease, leaseMs);

  releaseLease: Store<'releaseLease'> = lease =>
    releaseLease(this.#database, lease);

  saveProgress: Store<'saveProgress'> = (lease, conditions, phase) =>
    saveProgress(this.#database, lease, conditions, phase);

  finishPass: Store<'finishPass'> = (lease, result) =>
    finishPass(this.#database, lease, result);

  removeWorkspace: Store<'removeWorkspace'> = lease =>
    removeWorkspace(this.#database, lease);

  queueState: Store<'queueState'> = () => queueState(this.#database);

  nextDueAt: Store<'nextDueAt'> = () => nextDueAt(this.#database);

  listRecords: Store<'listRecords'> = uid => listRecords(this.#database, uid);

  listRecordsOfCluster: Store<'listRecordsOfCluster'> = cluster =>
    listRecordsOfCluster(this.#database, cluster);

  putRecords: Store<'putRecords'> = (lease, records) =>
    putRecords(this.#database, lease, records);

  removeRecords: Store<'removeRecords'> = (lease, records) =>
    removeRecords(this.#database, lease, records);

  listSettled: Store<'listSettled'> = async cluster => {
    const { client } = this.#database;
    const rows = await client<WorkspaceRow>('workspaces')
      .where({ cluster, is_default: false, deletion_requested_at: null })
      .where('observed_generation', '>=', client.ref('generation'))
      .select();
    return readWorkspaces(client, rows);
  };

  addActivity: Store<'addActivity'> = (uid, activity) =>
    addActivity(this.#database, uid, activity);

  listActivity: Store<'listActivity'> = (uid, query) =>
    listActivity(this.#database, uid, query);

  activityFilters: Store<'activityFilters'> = uid =>
    activityFilters(this.#database, uid);

  async #readIf(
    uid: string,
    changed: boolean,
  ): Promise<StoredWorkspace | undefined> {
    return changed ? this.findByUid(uid) : undefined;
  }
}
