import type {
  AccessExplanation,
  ExplainAccessRequest,
  HealthCheck,
  IamCheck,
  IamMode,
  IamProof,
  IamReport,
  IamSettings,
  Problem,
} from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ClusterClient } from '../cluster';
import type { Workspace } from '../workspace';

/** What of a workspace counts when another one is proved to be isolated from it. @public */
export type IamNeighbour = Pick<
  Workspace,
  'uid' | 'id' | 'cluster' | 'namespaces' | 'isDefault' | 'iam'
>;

/** What a provider of AWS roles gets from the workspaces backend. @public */
export interface IamProviderContext {
  /** All workspaces of all clusters, as they are stored now. Throws when the database does not answer. */
  listWorkspaces(): Promise<readonly IamNeighbour[]>;
  /** The client of a cluster. Throws ClusterError `ClusterNotConfigured`. */
  cluster(name: string): Promise<ClusterClient>;
}

/** The ServiceAccount under which a session would run. @public */
export interface SessionIdentity {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** An address within a node at which pods get credentials of AWS, by TCP. @public */
export interface CredentialEndpoint {
  /** Such as `169.254.170.23/32`. */
  readonly cidr: string;
  readonly port: number;
}

/**
 * Knows the AWS side of workspaces. The backend stores the settings, annotates ServiceAccounts and decides who may
 * ask; a provider validates, renders, proves and explains. A step that makes roles is added through
 * `workspacesStepExtensionPoint`.
 *
 * Every method that asks AWS turns its failures into problems or into status `unknown` and does not throw for them.
 *
 * @public
 */
export interface IamProvider {
  /** Modes that the configuration of a cluster allows; `none` is always among them. */
  availableModes(cluster: string): readonly IamMode[];
  /**
   * The settings to store for what somebody chose, or why they cannot be: ARN of another partition or account, a
   * role of another workspace, a mode that is not available, a policy that would not be isolated.
   */
  resolve(
    workspace: Workspace,
    wanted: IamSettings,
  ): Promise<
    | { readonly settings: IamSettings; readonly problem?: undefined }
    | { readonly problem: Problem }
  >;
  /** Annotations that a ServiceAccount of the workspace carries for its role; empty where there is none. */
  serviceAccountAnnotations(workspace: Workspace): Record<string, string>;
  /** Annotation keys that are taken away from ServiceAccounts when {@link IamProvider.serviceAccountAnnotations} lacks them. */
  readonly annotationKeys: readonly string[];
  /**
   * Name of the ServiceAccount that pods of the workspace share, in each namespace and without annotations of a role;
   * undefined where there is none.
   */
  sharedServiceAccount?(workspace: Workspace): string | undefined;
  /** What network policies let pods of the workspace reach within their node; nothing when absent. */
  credentialEndpoints?(workspace: Workspace): readonly CredentialEndpoint[];
  /** Everything but settings and last sync, which the backend adds. */
  report(
    workspace: Workspace,
  ): Promise<Omit<IamReport, 'settings' | 'lastSync'>>;
  prove(workspace: Workspace): Promise<IamProof>;
  check(workspace: Workspace, identity?: SessionIdentity): Promise<IamCheck[]>;
  explain(
    workspace: Workspace,
    request: ExplainAccessRequest,
    identity: SessionIdentity,
  ): Promise<AccessExplanation>;
  /** Caller identity, quotas and reachability of AWS per account. */
  health(): Promise<HealthCheck[]>;
}
