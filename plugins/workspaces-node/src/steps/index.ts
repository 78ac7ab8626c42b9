export * from './StepError';
export * from './WorkspaceStep';
