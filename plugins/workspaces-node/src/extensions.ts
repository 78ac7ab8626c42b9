import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ClusterDefinition } from './cluster';
import type { IamProvider, IamProviderContext } from './iam';
import type { WorkspaceStep } from './steps';

/** Adds clusters beside those of the configuration. @public */
export interface WorkspacesClusterExtensionPoint {
  /** Throws when there is a cluster of that name already. */
  addCluster(cluster: ClusterDefinition): void;
}

/** Adds clusters from a module. @public */
export const workspacesClusterExtensionPoint =
  createExtensionPoint<WorkspacesClusterExtensionPoint>({
    id: 'workspaces.clusters',
  });

/** Adds steps to the provisioning of every workspace. @public */
export interface WorkspacesStepExtensionPoint {
  /** Throws when there is a step of that id already. */
  addStep(step: WorkspaceStep): void;
}

/** Adds steps from a module. @public */
export const workspacesStepExtensionPoint =
  createExtensionPoint<WorkspacesStepExtensionPoint>({
    id: 'workspaces.steps',
  });

/** Sets who knows the AWS side of workspaces. @public */
export interface WorkspacesIamExtensionPoint {
  /** Throws when there is a provider already. `create` is called once, when the backend starts. */
  setProvider(create: (context: IamProviderContext) => IamProvider): void;
}

/** Adds AWS roles from a module. @public */
export const workspacesIamExtensionPoint =
  createExtensionPoint<WorkspacesIamExtensionPoint>({
    id: 'workspaces.iam',
  });
