export * from './DatabaseWorkspaceStore';
