import type {
  Activity,
  Condition,
  IamSettings,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ObjectRecord } from '@team-workspaces/backstage-plugin-workspaces-node';
import type {
  NewWorkspace,
  StoredMember,
  StoredStatus,
  StoredWorkspace,
} from '../types';
import type { ActivityRow, MemberRow, ObjectRow, WorkspaceRow } from './rows';
import { toIsoTime, toOptionalIsoTime } from './StoreDatabase';

/** A workspace from its row, its rows of members and its records of namespaces. */
export function toStoredWorkspace(
  row: WorkspaceRow,
  members: readonly MemberRow[],
  namespaceRecords: readonly ObjectRow[],
): StoredWorkspace {
  const recorded = new Map(
    namespaceRecords.map(record => [record.name, record]),
  );
  const namespaces: NewWorkspace['namespaces'] = JSON.parse(row.namespaces);
  return {
    ...toStoredStatus(row),
    namespaces: namespaces.map(namespace => {
      const record = recorded.get(namespace.name);
      return record
        ? { ...namespace, uid: record.uid, adopted: Boolean(record.adopted) }
        : namespace;
    }),
    members: members.map(toStoredMember),
  };
}

/** What the row of a workspace says by itself. */
export function toStoredStatus(row: WorkspaceRow): StoredStatus {
  return {
    uid: row.uid,
    id: row.id,
    displayName: row.display_name,
    description: row.description,
    owner: row.owner ?? undefined,
    cluster: row.cluster,
    quotaProfile: row.quota_profile,
    isDefault: Boolean(row.is_default),
    protected: Boolean(row.protected),
    expiresAt: toOptionalIsoTime(row.expires_at),
    phase: row.phase as StoredWorkspace['phase'],
    generation: row.generation,
    observedGeneration: row.observed_generation,
    revision: row.revision,
    createdBy: row.created_by,
    createdAt: toIsoTime(row.created_at),
    conditions: JSON.parse(row.conditions),
    creationToken: row.creation_token,
    updatedAt: toIsoTime(row.updated_at),
    deletionRequestedAt: toOptionalIsoTime(row.deletion_requested_at),
    deletionRequestedBy: row.deletion_requested_by ?? undefined,
    lastPassAt: toOptionalIsoTime(row.last_pass_at),
    nextAttemptAt: toOptionalIsoTime(row.next_attempt_at),
    attempts: row.attempts,
    version: Number(row.version),
    iam: toIamSettings(row),
    lastIamSync: row.iam_last_sync ? JSON.parse(row.iam_last_sync) : undefined,
  };
}

/** The AWS role from the row of a workspace. */
export function toIamSettings(
  row: Pick<WorkspaceRow, 'iam_mode' | 'iam_role_arn'>,
): IamSettings {
  return {
    mode: row.iam_mode as IamSettings['mode'],
    ...(row.iam_role_arn !== null && { roleArn: row.iam_role_arn }),
  };
}

/** A member from its row. */
export function toStoredMember(row: MemberRow): StoredMember {
  return {
    subject: row.subject,
    role: row.role as StoredMember['role'],
    source: row.source as StoredMember['source'],
    addedBy: row.added_by ?? undefined,
    addedAt: toOptionalIsoTime(row.added_at),
  };
}

/** What the columns of conditions hold. */
export function fromConditions(
  conditions: readonly Condition[],
): Pick<WorkspaceRow, 'conditions' | 'reasons'> {
  const failed = conditions
    .filter(condition => condition.status === 'False')
    .map(condition => condition.reason);
  return {
    conditions: JSON.stringify(conditions),
    reasons: failed.length ? `|${[...new Set(failed)].join('|')}|` : '',
  };
}

/** What a search looks through; lower-cased here because SQLite lowers ASCII only. */
export function toSearchText(
  workspace: Pick<NewWorkspace, 'id' | 'displayName' | 'description'>,
): string {
  return [workspace.id, workspace.displayName, workspace.description]
    .join('\n')
    .toLocaleLowerCase('en-US');
}

/** A record from its row. */
export function toObjectRecord(row: ObjectRow): ObjectRecord {
  return {
    apiVersion: row.api_version,
    kind: row.kind,
    ...(row.namespace === '' ? {} : { namespace: row.namespace }),
    name: row.name,
    uid: row.uid,
    step: row.step,
    adopted: Boolean(row.adopted),
  };
}

/** An activity from its row. */
export function toActivity(row: ActivityRow): Activity {
  return {
    id: String(row.id),
    at: toIsoTime(row.at),
    actor: row.actor,
    action: row.action,
    result: row.result as Activity['result'],
    message: row.message,
    ...(row.details === null ? {} : { details: JSON.parse(row.details) }),
  };
}
