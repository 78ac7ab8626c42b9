export * from './ClusterRegistry';
export * from './Membership';
export * from './Reconciler';
export * from './WorkspacesConfig';
export * from './WorkspaceStore';
