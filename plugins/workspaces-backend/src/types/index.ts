export * from './ClusterRegistry';
export * from './Membership';
export * from './People';
export * from './Reconciler';
export * from './WorkspacesConfig';
export * from './WorkspaceStore';
