import type { RolePolicyInput } from '../policies/RolePolicyInput';

/** What of a workspace no other one may get at. @public */
export type WorkspaceIdentity = Pick<
  RolePolicyInput,
  'workspaceId' | 'namespaces' | 'oidcProvider' | 'bucket'
>;

/** A workspace with the policies of its role, rendered or as AWS has them. @public */
export interface IsolationSubject {
  readonly workspace: RolePolicyInput;
  /** The trust policy; anything that AWS returned. */
  readonly trust: unknown;
  /** Every policy that gives the role permissions: inline ones and attached ones. */
  readonly permissions: readonly unknown[];
  /**
   * Whether the workspace itself has to get the role by EKS Pod Identity, where that is configured; it has to when
   * absent. Nobody else may in any case.
   */
  readonly needsPodIdentity?: boolean;
}
