export * from './displayName';
export * from './namespaceLayout';
export * from './namespaces';
export * from './workspaceId';
