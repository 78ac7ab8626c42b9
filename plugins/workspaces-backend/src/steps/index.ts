export * from './createWorkspaceSteps';
