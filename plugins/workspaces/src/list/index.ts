export { TableSkeleton } from './TableSkeleton';
export { useLiveList } from './useLiveList';
export { useRetry } from './useRetry';
export { WorkspaceListContent } from './WorkspaceListContent';
export { WorkspaceTable } from './WorkspaceTable';
