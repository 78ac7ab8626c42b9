/** A moment as the database driver returns it: PostgreSQL a Date, SQLite milliseconds. */
export type DatabaseTime = Date | number | string;

/** A number that PostgreSQL returns as text, being a bigint. */
export type DatabaseBigInt = number | string;

/** The boolean of PostgreSQL, the number of SQLite. */
export type DatabaseBoolean = boolean | number;

/** A row of `workspaces`. */
export interface WorkspaceRow {
  uid: string;
  id: string;
  display_name: string;
  description: string;
  owner: string | null;
  cluster: string;
  quota_profile: string;
  is_default: DatabaseBoolean;
  protected: DatabaseBoolean;
  expires_at: DatabaseTime | null;
  namespaces: string;
  search_text: string;
  creation_token: string;
  created_by: string;
  created_at: DatabaseTime;
  updated_at: DatabaseTime;
  deletion_requested_at: DatabaseTime | null;
  deletion_requested_by: string | null;
  generation: number;
  revision: number;
  version: DatabaseBigInt;
  phase: string;
  conditions: string;
  reasons: string;
  observed_generation: number;
  last_pass_at: DatabaseTime | null;
  next_attempt_at: DatabaseTime | null;
  attempts: number;
  due_mark: DatabaseBigInt;
  reset_mark: DatabaseBigInt;
  lease_token: string | null;
  lease_until: DatabaseTime | null;
  lease_mark: DatabaseBigInt | null;
  iam_mode: string;
  iam_role_arn: string | null;
  iam_last_sync: string | null;
}

/** A row of `workspace_members`. */
export interface MemberRow {
  workspace_uid: string;
  subject: string;
  role: string;
  source: string;
  added_by: string | null;
  added_at: DatabaseTime | null;
}

/** A row of `workspace_objects`. */
export interface ObjectRow {
  workspace_uid: string;
  api_version: string;
  kind: string;
  namespace: string;
  name: string;
  uid: string;
  step: string;
  adopted: DatabaseBoolean;
}

/** A row of `workspace_activity`. */
export interface ActivityRow {
  id: DatabaseBigInt;
  workspace_uid: string;
  at: DatabaseTime;
  actor: string;
  action: string;
  result: string;
  message: string;
  details: string | null;
}
