export type { WorkspaceEvent } from './followEvents';
export * from './WorkspacesApi';
export * from './WorkspacesClient';
export type * from '../schema/openapi/generated/models';
