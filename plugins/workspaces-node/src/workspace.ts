import type {
  IamSettings,
  WorkspaceNamespace,
} from '@team-workspaces/backstage-plugin-workspaces-common';

/**
 * What is wanted of a workspace, as steps and permission rules see it.
 *
 * @public
 */
export interface Workspace {
  /** Never used again, unlike the id, which is free after the workspace is gone. */
  readonly uid: string;
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  /** Entity ref of the owning Group; undefined only for a default workspace without one. */
  readonly owner: string | undefined;
  /** Name of the cluster in the configuration. */
  readonly cluster: string;
  readonly quotaProfile: string;
  readonly isDefault: boolean;
  readonly protected: boolean;
  /** ISO 8601. */
  readonly expiresAt: string | undefined;
  readonly namespaces: readonly WorkspaceNamespace[];
  /** The AWS role as it was set; `roleArn` of mode `managed` is that of the role which is made for it. */
  readonly iam: IamSettings;
  readonly phase: 'pending' | 'active' | 'degraded' | 'error' | 'deleting';
  readonly generation: number;
  readonly observedGeneration: number;
  readonly revision: number;
  /** Entity ref. */
  readonly createdBy: string;
  /** ISO 8601. */
  readonly createdAt: string;
}
