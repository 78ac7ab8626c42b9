export * from './ActivityQuery';
export * from './ClusterRegistry';
export * from './IamStore';
export * from './Membership';
export * from './People';
export * from './Reconciler';
export * from './WorkspacesConfig';
export * from './WorkspaceStore';
